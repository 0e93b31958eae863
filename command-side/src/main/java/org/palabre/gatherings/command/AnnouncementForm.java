package org.palabre.gatherings.command;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
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
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.palabre.gatherings.Access;
import org.palabre.gatherings.Announcement;
import org.palabre.gatherings.CategoryId;
import org.palabre.web.OneLine;
import org.palabre.web.Text;

/** A new gathering as it is sent. */
@AnnouncementForm.Agreeing
record AnnouncementForm(
        @NotNull @OneLine @Size(max = 200) String title,
        @NotNull @NotBlank @Size(max = 10_000) String description,
        @Nullable @Size(max = 300) String shortDescription,
        @NotNull CategoryId category,
        @NotNull @Future Instant startsAt,
        @NotNull Instant endsAt,
        @NotNull @OneLine @Size(max = 200) String venue,

        @Nullable @Pattern(regexp = OneLine.CHARACTERS) @Size(max = 500)
        String address,

        @Nullable @DecimalMin("-90") @DecimalMax("90") Double latitude,
        @Nullable @DecimalMin("-180") @DecimalMax("180") Double longitude,
        @NotNull Access access,
        @Nullable @Min(1) @Max(AnnouncementRules.MOST_SEATS) Integer capacity,
        @Nullable @Size(max = 20) List<@NotNull @Valid TicketTypeForm> ticketTypes,
        @Nullable Boolean draft) {

    AnnouncementForm {
        title = Text.trimmed(title);
        venue = Text.trimmed(venue);
        address = Text.trimmed(address);
    }

    Announcement announcement() {
        return new Announcement(
                title,
                description,
                requireNonNullElse(shortDescription, ""),
                category,
                startsAt,
                endsAt,
                venue,
                requireNonNullElse(address, ""),
                latitude,
                longitude,
                access,
                capacity,
                types().stream().map(TicketTypeForm::fresh).toList());
    }

    private List<TicketTypeForm> types() {
        return requireNonNullElse(ticketTypes, List.of());
    }

    /** Its fields agree with each other, whatever else is wrong with them. */
    @Constraint(validatedBy = Judge.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Agreeing {

        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    static class Judge implements ConstraintValidator<Agreeing, AnnouncementForm> {

        @Override
        public boolean isValid(AnnouncementForm form, ConstraintValidatorContext context) {
            var broken = rules(form).broken();
            context.disableDefaultConstraintViolation();
            broken.forEach((field, reason) -> context.buildConstraintViolationWithTemplate(
                            "{%s.detail}".formatted(reason.code()))
                    .addPropertyNode(field)
                    .addConstraintViolation());
            return broken.isEmpty();
        }

        private static AnnouncementRules rules(AnnouncementForm form) {
            var types = form.types().stream().filter(Objects::nonNull).toList();
            return new AnnouncementRules(
                    form.startsAt(),
                    form.endsAt(),
                    form.latitude(),
                    form.longitude(),
                    form.access(),
                    form.capacity(),
                    types.stream()
                            .map(TicketTypeForm::name)
                            .filter(Objects::nonNull)
                            .toList(),
                    types.stream()
                            .map(TicketTypeForm::quota)
                            .filter(Objects::nonNull)
                            .mapToLong(Integer::longValue)
                            .sum());
        }
    }
}
