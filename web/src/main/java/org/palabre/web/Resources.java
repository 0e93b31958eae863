package org.palabre.web;

import java.util.List;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindUser;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringQuery.CategoryUse;
import org.palabre.gatherings.GatheringQuery.FindCategoryUse;
import org.palabre.gatherings.GatheringQuery.FindGathering;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.OrderQuery.FindOrder;
import org.palabre.gatherings.OrderQuery.FindTicket;
import org.palabre.gatherings.OrderQuery.StoredOrder;
import org.palabre.gatherings.OrderQuery.StoredTicket;
import org.palabre.gatherings.TicketId;
import org.palabre.payments.PaymentId;
import org.palabre.payments.PaymentQuery.FindPayment;
import org.palabre.payments.PaymentQuery.FindPaymentStandings;
import org.palabre.payments.PaymentQuery.PaymentView;
import org.palabre.payments.PaymentQuery.Standings;
import org.palabre.payments.PlanId;
import org.palabre.payments.SubscriptionQuery.FindPlan;
import org.palabre.payments.SubscriptionQuery.PlanView;
import org.palabre.queues.CompanyId;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.FindCompany;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.springframework.stereotype.Component;

/** What is behind the ids in paths, for those who ask; both sides and both shapes tell the same of it. */
@Component
class Resources {

    /** What a resource is to somebody. */
    enum Standing {
        /** There is none that they may know of. */
        UNKNOWN,
        /** It is not theirs. */
        KNOWN,
        OWN;

        private static Standing knownIf(boolean known) {
            return known ? KNOWN : UNKNOWN;
        }

        private static Standing ownIf(boolean own) {
            return own ? OWN : UNKNOWN;
        }
    }

    private final Queries queries;

    Resources(Queries queries) {
        this.queries = queries;
    }

    /** What this id names; ids of other kinds are left to whoever handles the call. */
    Standing standing(Object id, Actor actor) {
        return switch (id) {
            case AccountId account -> Standing.knownIf(isThere(new FindUser(account), UserView.class));
            case CompanyId company -> Standing.knownIf(isThere(new FindCompany(company), CompanyView.class));
            case CategoryId category -> Standing.knownIf(isThere(new FindCategoryUse(category), CategoryUse.class));
            case PlanId plan -> Standing.knownIf(isThere(new FindPlan(plan), PlanView.class));
            case GatheringId gathering -> gathering(gathering, actor);
            case OrderId order -> Standing.ownIf(isThere(new FindOrder(order, account(actor)), StoredOrder.class));
            case TicketId ticket -> Standing.ownIf(isThere(new FindTicket(ticket, account(actor)), StoredTicket.class));
            case PaymentId payment -> payment(payment, actor);
            default -> Standing.OWN;
        };
    }

    private Standing gathering(GatheringId id, Actor actor) {
        return queries.find(new FindGathering(id, Viewer.of(actor)), GatheringView.class)
                .map(gathering -> actor instanceof Actor.Account account
                                && gathering.creator().id().value().equals(account.id())
                        ? Standing.OWN
                        : Standing.KNOWN)
                .orElse(Standing.UNKNOWN);
    }

    /** Admins give back what others have paid. */
    private Standing payment(PaymentId id, Actor actor) {
        return actor.has(Role.ADMIN)
                ? Standing.knownIf(!queries.answer(new FindPaymentStandings(List.of(id)), Standings.class)
                        .payments()
                        .isEmpty())
                : Standing.ownIf(isThere(new FindPayment(id, account(actor)), PaymentView.class));
    }

    private boolean isThere(Object query, Class<?> answer) {
        return queries.find(query, answer).isPresent();
    }

    private static AccountId account(Actor actor) {
        return new AccountId(actor.account().id());
    }
}
