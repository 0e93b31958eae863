package org.palabre.gatherings.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palabre.gatherings.GatheringCommand;
import org.palabre.gatherings.GatheringCommand.ApproveGathering;
import org.palabre.gatherings.GatheringCommand.RejectGathering;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.GatheringDetails;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.gatherings.JudgementCommand;
import org.palabre.gatherings.JudgementCommand.ApproveGatherings;
import org.palabre.gatherings.JudgementCommand.Judgements;
import org.palabre.gatherings.JudgementCommand.RejectGatherings;
import org.palabre.shared.Ids;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What admins decide about gatherings that were submitted. */
@RestController
class JudgementController {

    record Rejection(@NotNull @NotBlank @Size(max = 1_000) String reason) {}

    record Approvals(@NotNull @NotEmpty @Size(max = 100) List<@NotNull GatheringId> ids) {}

    record Rejections(
            @NotNull @NotEmpty @Size(max = 100) List<@NotNull GatheringId> ids,
            @NotNull @NotBlank @Size(max = 1_000) String reason) {}

    /** One of several that were judged: its status, or why it has not got it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Judged(
            GatheringId id,
            @Nullable GatheringStatus status,
            @Nullable String code) {}

    record AllJudged(List<Judged> results) {}

    private final Commands commands;
    private final GatheringViews views;

    JudgementController(Commands commands, GatheringViews views) {
        this.commands = commands;
        this.views = views;
    }

    @PostMapping("/api/admin/events/{id}/approve")
    @Allow(Who.ADMIN)
    GatheringView approve(@PathVariable GatheringId id) {
        return decided(new ApproveGathering(id));
    }

    @PostMapping("/api/admin/events/{id}/reject")
    @Allow(Who.ADMIN)
    GatheringView reject(@PathVariable GatheringId id, @RequestBody @Valid Rejection rejection) {
        return decided(new RejectGathering(id, rejection.reason()));
    }

    @PostMapping("/api/admin/events/approve")
    @Allow(Who.ADMIN)
    AllJudged approveAll(@RequestBody @Valid Approvals approvals) {
        return decided(new ApproveGatherings(Ids.next(), approvals.ids()), GatheringStatus.APPROVED);
    }

    @PostMapping("/api/admin/events/reject")
    @Allow(Who.ADMIN)
    AllJudged rejectAll(@RequestBody @Valid Rejections rejections) {
        return decided(
                new RejectGatherings(Ids.next(), rejections.ids(), rejections.reason()), GatheringStatus.REJECTED);
    }

    private GatheringView decided(GatheringCommand command) {
        return views.of(commands.send(command, GatheringDetails.class));
    }

    private AllJudged decided(JudgementCommand command, GatheringStatus status) {
        return new AllJudged(commands.send(command, Judgements.class).each().stream()
                .map(one -> one.code()
                        .map(code -> new Judged(one.gatheringId(), null, code))
                        .orElseGet(() -> new Judged(one.gatheringId(), status, null)))
                .toList());
    }
}
