package org.palabre.gatherings.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.GatheringCommand.Invitations;
import org.palabre.gatherings.GatheringCommand.Invite;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.ParticipationView;
import org.palabre.gatherings.ParticipationCommand.TakePart;
import org.palabre.gatherings.ParticipationCommand.TakenPart;
import org.palabre.gatherings.ParticipationCommand.WithdrawFrom;
import org.palabre.shared.Actor;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.Me;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people take part and withdraw, and owners invite them. */
@RestController
class ParticipationCommandController {

    record Participating(@NotNull GatheringId eventId) {}

    record Inviting(@NotNull @NotEmpty @Size(max = 100) List<@NotNull AccountId> userIds) {}

    enum InvitationStatus {
        INVITED
    }

    /** One of several who were to be invited: that they are, or why not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Invited(
            AccountId id,
            @Nullable InvitationStatus status,
            @Nullable String code) {}

    record AllInvited(List<Invited> results) {}

    private final Commands commands;

    ParticipationCommandController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/events/{id}/participation")
    @Allow(Who.ACTIVE)
    ResponseEntity<ParticipationView> takePart(@PathVariable GatheringId id, @Me Actor.Account me) {
        var taken = commands.send(new TakePart(id, new AccountId(me.id())), TakenPart.class);
        var answer = taken.fresh()
                ? ResponseEntity.created(URI.create("/api/events/%s/participation".formatted(id)))
                : ResponseEntity.ok();
        return answer.body(taken.participation());
    }

    @PostMapping("/api/events/participate")
    @Allow(Who.ACTIVE)
    ResponseEntity<ParticipationView> takePart(@RequestBody @Valid Participating participating, @Me Actor.Account me) {
        return takePart(participating.eventId(), me);
    }

    @DeleteMapping("/api/events/{id}/participation")
    @Allow(Who.ACTIVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable GatheringId id, @Me Actor.Account me) {
        commands.send(new WithdrawFrom(id, new AccountId(me.id())));
    }

    @PostMapping("/api/events/{id}/invitations")
    @Allow(Who.OWNER)
    AllInvited invite(@PathVariable GatheringId id, @RequestBody @Valid Inviting inviting) {
        return new AllInvited(commands.send(new Invite(id, inviting.userIds()), Invitations.class).each().stream()
                .map(one -> one.code()
                        .map(code -> new Invited(one.accountId(), null, code))
                        .orElseGet(() -> new Invited(one.accountId(), InvitationStatus.INVITED, null)))
                .toList());
    }
}
