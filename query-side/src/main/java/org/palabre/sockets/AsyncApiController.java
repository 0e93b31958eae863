package org.palabre.sockets;

import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sockets' description of themselves. */
@RestController
class AsyncApiController {

    @GetMapping(path = "/api/asyncapi", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Who.ALL)
    Resource asyncApi() {
        return new ClassPathResource("asyncapi.json");
    }
}
