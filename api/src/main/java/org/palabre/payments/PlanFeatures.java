package org.palabre.payments;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a plan gives.
 *
 * @param paidGatheringsPerMonth how many may be submitted in a period; {@code null}: no limit
 * @param commission the part of ticket revenue that the platform keeps, from 0 to 1
 */
public record PlanFeatures(
        @Nullable Integer paidGatheringsPerMonth,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal commission) {}
