package org.palabre.gatherings.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.AnnouncementChanges;
import org.palabre.gatherings.CategoryId;
import org.palabre.shared.Change;
import org.palabre.web.OneLine;
import org.palabre.web.Text;

/** What an owner says anew, as it is sent; whether it agrees with what stays is for the gathering to say. */
record AnnouncementChangesForm(
        Change<@NotNull @OneLine @Size(max = 200) String> title,
        Change<@NotNull @NotBlank @Size(max = 10_000) String> description,
        Change<@Size(max = 300) String> shortDescription,
        Change<@NotNull CategoryId> category,
        Change<@NotNull @Future Instant> startsAt,
        Change<@NotNull Instant> endsAt,
        Change<@NotNull @OneLine @Size(max = 200) String> venue,
        Change<@Pattern(regexp = OneLine.CHARACTERS) @Size(max = 500) String> address,
        Change<@DecimalMin("-90") @DecimalMax("90") Double> latitude,
        Change<@DecimalMin("-180") @DecimalMax("180") Double> longitude,
        Change<@NotNull Access> access,
        Change<@Min(1) @Max(AnnouncementRules.MOST_SEATS) Integer> capacity,
        Change<@Size(max = 20) List<@NotNull @Valid TicketTypeForm>> ticketTypes) {

    AnnouncementChangesForm {
        title = Text.trimmed(title);
        venue = Text.trimmed(venue);
        address = Text.trimmed(address);
    }

    AnnouncementChanges changes() {
        return new AnnouncementChanges(
                title,
                description,
                shortDescription.map(text -> Objects.requireNonNullElse(text, "")),
                category,
                startsAt,
                endsAt,
                venue,
                address.map(text -> Objects.requireNonNullElse(text, "")),
                latitude,
                longitude,
                access,
                capacity,
                ticketTypes.map(types -> types == null
                        ? List.of()
                        : types.stream().map(TicketTypeForm::wanted).toList()));
    }
}
