package org.palabre.web;

import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whether the platform can serve, and no more. */
@RestController
class HealthController {

    record Health(String status) {}

    private final HealthEndpoint health;

    HealthController(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping("/health")
    @Allow(Allow.Who.ALL)
    ResponseEntity<Health> health() {
        var status = health.health().getStatus();
        return ResponseEntity.status(status.equals(Status.UP) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(new Health(status.getCode()));
    }
}
