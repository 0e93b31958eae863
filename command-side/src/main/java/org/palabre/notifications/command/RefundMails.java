package org.palabre.notifications.command;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.palabre.deadlines.Errand;
import org.palabre.gatherings.GatheringQuery.FindGathering;
import org.palabre.gatherings.GatheringQuery.GatheringView;
import org.palabre.gatherings.GatheringQuery.Viewer;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.gatherings.OrderId;
import org.palabre.gatherings.OrderQuery.FindOrder;
import org.palabre.gatherings.OrderQuery.StoredOrder;
import org.palabre.notifications.NotificationType;
import org.palabre.payments.MoneyReturned;
import org.palabre.payments.PaymentPurpose;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** Mails to those whose money went back. */
@Component
class RefundMails implements Errand<MoneyReturned> {

    private final Correspondence correspondence;
    private final Queries queries;

    RefundMails(Correspondence correspondence, Queries queries) {
        this.correspondence = correspondence;
        this.queries = queries;
    }

    @Override
    public Class<MoneyReturned> task() {
        return MoneyReturned.class;
    }

    @Override
    public void run(MoneyReturned news) {
        var gathering = gathering(news);
        correspondence.write(
                news.payer(),
                NotificationType.PAYMENT_REFUNDED,
                news.paymentId().value(),
                language -> values(news, gathering, language));
    }

    private static Map<String, Object> values(MoneyReturned news, Optional<GatheringView> gathering, Locale language) {
        return Map.of(
                "purpose", news.purpose().name().toLowerCase(Locale.ROOT),
                "amount", news.amount().written(language),
                "title", gathering.map(GatheringView::title).orElse(""),
                "cancelled",
                        gathering
                                .filter(each -> each.status() == GatheringStatus.CANCELLED)
                                .isPresent());
    }

    /** What the money had bought tickets for, if it had. */
    private Optional<GatheringView> gathering(MoneyReturned news) {
        return news.purpose() == PaymentPurpose.ORDER
                ? queries.find(new FindOrder(new OrderId(news.purchase()), news.payer()), StoredOrder.class)
                        .flatMap(order -> queries.find(
                                new FindGathering(order.gathering().id(), Viewer.ANYONE), GatheringView.class))
                : Optional.empty();
    }
}
