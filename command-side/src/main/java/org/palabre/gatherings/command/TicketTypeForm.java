package org.palabre.gatherings.command;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.palabre.gatherings.AnnouncementChanges.WantedTicketType;
import org.palabre.gatherings.TicketType;
import org.palabre.gatherings.TicketTypeId;
import org.palabre.web.OneLine;
import org.palabre.web.SentMoney;
import org.palabre.web.SentMoney.Amount;
import org.palabre.web.Text;

/** A ticket type as it is sent. */
record TicketTypeForm(
        @Nullable TicketTypeId id,
        @NotNull @OneLine @Size(max = 100) String name,
        @NotNull @Amount(aboveZero = true) SentMoney price,
        @NotNull @Min(1) @Max(AnnouncementRules.MOST_SEATS) Integer quota) {

    TicketTypeForm {
        name = Text.trimmed(name);
    }

    TicketType fresh() {
        return new TicketType(TicketTypeId.next(), name, price.money(), quota);
    }

    WantedTicketType wanted() {
        return new WantedTicketType(id, name, price.money(), quota);
    }
}
