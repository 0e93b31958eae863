package org.palabre.shared;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a partial change does to one field. */
public sealed interface Change<T> {

    /** Leaves it as it is. */
    record Keep<T>() implements Change<T> {}

    /** Sets it, or clears it where the value is {@code null}. */
    record Set<T>(@Nullable T value) implements Change<T> {}

    static <T> Change<T> keep() {
        return new Keep<>();
    }

    static <T> Change<T> to(@Nullable T value) {
        return new Set<>(value);
    }

    /** The same change to what follows from the value. */
    default <U> Change<U> map(Function<@Nullable T, @Nullable U> form) {
        return switch (this) {
            case Keep<T> _ -> keep();
            case Set<T> set -> to(form.apply(set.value()));
        };
    }

    /** The value after the change. */
    default @Nullable T of(@Nullable T current) {
        return switch (this) {
            case Keep<T> _ -> current;
            case Set<T> set -> set.value();
        };
    }

    /** Does something with the new value, if there is one that differs from the current. */
    default void from(@Nullable T current, Consumer<@Nullable T> change) {
        switch (this) {
            case Keep<T> _ -> {}
            case Set<T> set -> {
                if (!Objects.equals(set.value(), current)) {
                    change.accept(set.value());
                }
            }
        }
    }
}
