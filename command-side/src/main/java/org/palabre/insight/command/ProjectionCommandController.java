package org.palabre.insight.command;

import org.palabre.insight.InsightCommand.DiscardDeadLetter;
import org.palabre.insight.InsightCommand.ReplayProjection;
import org.palabre.insight.InsightCommand.RetryDeadLetter;
import org.palabre.insight.InsightQuery.DeadLetterView;
import org.palabre.insight.InsightQuery.ProjectionView;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProjectionCommandController {

    private final Commands commands;

    ProjectionCommandController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/admin/projections/{name}/replay")
    @Allow(Who.ADMIN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProjectionView replay(@PathVariable String name) {
        return commands.send(new ReplayProjection(name), ProjectionView.class);
    }

    @PostMapping("/api/admin/dead-letters/{id}/retry")
    @Allow(Who.ADMIN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeadLetterView retry(@PathVariable String id) {
        return commands.send(new RetryDeadLetter(id), DeadLetterView.class);
    }

    @DeleteMapping("/api/admin/dead-letters/{id}")
    @Allow(Who.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id) {
        commands.send(new DiscardDeadLetter(id));
    }
}
