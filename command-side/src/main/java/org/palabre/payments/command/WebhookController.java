package org.palabre.payments.command;

import static org.palabre.payments.PaymentRefusal.BAD_SIGNATURE;
import static org.springframework.web.bind.annotation.RequestMethod.POST;
import static org.springframework.web.bind.annotation.RequestMethod.PUT;

import org.jspecify.annotations.Nullable;
import org.palabre.shared.Refused;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WebhookController {

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping("/api/webhooks/sandbox")
    @Allow(Who.ALL)
    void sandbox(
            @RequestBody(required = false) byte[] body,
            @RequestHeader(name = "X-Palabre-Signature", defaultValue = "") String signature) {
        webhooks.fromSandbox(whatThereIs(body), signature);
    }

    @PostMapping("/api/webhooks/orange-money")
    @Allow(Who.ALL)
    void orangeMoney(@RequestBody(required = false) byte[] body) {
        webhooks.fromOrangeMoney(whatThereIs(body));
    }

    @RequestMapping(
            path = "/api/webhooks/mtn-momo/{secret}",
            method = {POST, PUT})
    @Allow(Who.ALL)
    void mtnMomo(@PathVariable String secret, @RequestBody(required = false) byte[] body) {
        webhooks.fromMtnMomo(whatThereIs(body), secret);
    }

    @RequestMapping(
            path = "/api/webhooks/moov-money/{secret}",
            method = {POST, PUT})
    @Allow(Who.ALL)
    void moovMoney(@PathVariable String secret, @RequestBody(required = false) byte[] body) {
        webhooks.fromMoovMoney(whatThereIs(body), secret);
    }

    /** The address alone, which anybody can guess. */
    @RequestMapping(
            path = {"/api/webhooks/mtn-momo", "/api/webhooks/moov-money"},
            method = {POST, PUT})
    @Allow(Who.ALL)
    void withoutSecret() {
        throw new Refused(BAD_SIGNATURE);
    }

    private static byte[] whatThereIs(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }
}
