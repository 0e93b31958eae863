package org.palabre.queues.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.palabre.queues.CompanyCommand.CancelInterview;
import org.palabre.queues.CompanyCommand.ChangeCompany;
import org.palabre.queues.CompanyCommand.CompleteInterview;
import org.palabre.queues.CompanyCommand.NewToken;
import org.palabre.queues.CompanyCommand.OpenCompany;
import org.palabre.queues.CompanyCommand.RegenerateToken;
import org.palabre.queues.CompanyCommand.RemoveCompany;
import org.palabre.queues.CompanyCommand.StartInterview;
import org.palabre.queues.CompanyCommand.StartNextInterview;
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.shared.Actor;
import org.palabre.shared.Change;
import org.palabre.shared.Versioned;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.Me;
import org.palabre.web.OneLine;
import org.palabre.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CompanyCommandController {

    record Opening(
            @NotNull @OneLine @Size(max = 100) String name,
            @Nullable @Min(1) @Max(100) Integer maxConcurrentInterviews,
            @Nullable @Min(1) @Max(10_000) Integer maxQueueSize) {

        Opening {
            name = Text.trimmed(name);
        }
    }

    record CompanyChanges(
            Change<@NotNull @OneLine @Size(max = 100) String> name,
            Change<@NotNull CompanyStatus> status,
            Change<@NotNull @Min(1) @Max(100) Integer> maxConcurrentInterviews,
            Change<@Min(1) @Max(10_000) Integer> maxQueueSize) {

        CompanyChanges {
            name = Text.trimmed(name);
        }
    }

    record StandChanges(
            Change<@NotNull CompanyStatus> status,
            Change<@NotNull @Min(1) @Max(100) Integer> maxConcurrentInterviews,
            Change<@Min(1) @Max(10_000) Integer> maxQueueSize) {}

    /** The company with its access token, which is shown this once. */
    record CompanyWithToken(@JsonUnwrapped CompanyView company, String accessToken) implements Versioned {

        static CompanyWithToken of(NewToken answer) {
            return new CompanyWithToken(answer.company(), answer.accessToken());
        }

        @Override
        public long version() {
            return company.version();
        }
    }

    private final Commands commands;

    CompanyCommandController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/admin/companies")
    @Allow(Who.ADMIN)
    ResponseEntity<CompanyWithToken> open(@RequestBody @Valid Opening opening) {
        var answer = commands.send(
                new OpenCompany(
                        CompanyId.next(),
                        opening.name(),
                        Objects.requireNonNullElse(opening.maxConcurrentInterviews(), 1),
                        opening.maxQueueSize()),
                NewToken.class);
        return ResponseEntity.created(
                        URI.create("/api/companies/" + answer.company().id()))
                .body(CompanyWithToken.of(answer));
    }

    @PatchMapping("/api/admin/companies/{id}")
    @Allow(Who.ADMIN)
    CompanyView change(@PathVariable CompanyId id, @RequestBody @Valid CompanyChanges changes) {
        return commands.send(
                new ChangeCompany(
                        id,
                        changes.name(),
                        changes.status(),
                        changes.maxConcurrentInterviews(),
                        changes.maxQueueSize()),
                CompanyView.class);
    }

    @DeleteMapping("/api/admin/companies/{id}")
    @Allow(Who.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable CompanyId id) {
        commands.send(new RemoveCompany(id));
    }

    @PostMapping({"/api/admin/companies/{id}/regenerate-token", "/api/companies/admin/companies/{id}/regenerate_token"})
    @Allow(Who.ADMIN)
    CompanyWithToken regenerateToken(@PathVariable CompanyId id) {
        return CompanyWithToken.of(commands.send(new RegenerateToken(id), NewToken.class));
    }

    @PatchMapping("/api/company/{token}")
    @Allow(Who.COMPANY)
    CompanyView changeStand(@RequestBody @Valid StandChanges changes, @Me Actor.Company me) {
        return commands.send(
                new ChangeCompany(
                        new CompanyId(me.id()),
                        Change.keep(),
                        changes.status(),
                        changes.maxConcurrentInterviews(),
                        changes.maxQueueSize()),
                CompanyView.class);
    }

    @PostMapping("/api/company/{token}/queue/{id}/start")
    @Allow(Who.COMPANY)
    InscriptionView start(@PathVariable InscriptionId id, @Me Actor.Company me) {
        return commands.send(new StartInterview(new CompanyId(me.id()), id), InscriptionView.class);
    }

    @PostMapping("/api/company/{token}/queue/{id}/complete")
    @Allow(Who.COMPANY)
    InscriptionView complete(@PathVariable InscriptionId id, @Me Actor.Company me) {
        return commands.send(new CompleteInterview(new CompanyId(me.id()), id), InscriptionView.class);
    }

    @PostMapping("/api/company/{token}/queue/{id}/cancel")
    @Allow(Who.COMPANY)
    InscriptionView cancel(@PathVariable InscriptionId id, @Me Actor.Company me) {
        return commands.send(new CancelInterview(new CompanyId(me.id()), id), InscriptionView.class);
    }

    @PostMapping("/api/company/{token}/next")
    @Allow(Who.COMPANY)
    InscriptionView next(@Me Actor.Company me) {
        return commands.send(new StartNextInterview(new CompanyId(me.id())), InscriptionView.class);
    }
}
