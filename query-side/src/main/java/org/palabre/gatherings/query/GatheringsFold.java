package org.palabre.gatherings.query;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.palabre.accounts.AccountId;
import org.palabre.gatherings.CategoryEvent;
import org.palabre.gatherings.CategoryEvent.CategoryAdded;
import org.palabre.gatherings.CategoryEvent.CategoryMoved;
import org.palabre.gatherings.CategoryEvent.CategoryRemoved;
import org.palabre.gatherings.CategoryEvent.CategoryRenamed;
import org.palabre.gatherings.GatheringEvent;
import org.palabre.gatherings.GatheringEvent.AdmissionChanged;
import org.palabre.gatherings.GatheringEvent.GatheringAnnounced;
import org.palabre.gatherings.GatheringEvent.GatheringApproved;
import org.palabre.gatherings.GatheringEvent.GatheringCancelled;
import org.palabre.gatherings.GatheringEvent.GatheringCompleted;
import org.palabre.gatherings.GatheringEvent.GatheringDeleted;
import org.palabre.gatherings.GatheringEvent.GatheringRecategorised;
import org.palabre.gatherings.GatheringEvent.GatheringRejected;
import org.palabre.gatherings.GatheringEvent.GatheringRelocated;
import org.palabre.gatherings.GatheringEvent.GatheringRescheduled;
import org.palabre.gatherings.GatheringEvent.GatheringReworded;
import org.palabre.gatherings.GatheringEvent.GatheringSubmitted;
import org.palabre.gatherings.GatheringEvent.ImageShown;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.GatheringStatus;
import org.palabre.gatherings.ParticipationEvent;
import org.palabre.gatherings.ParticipationEvent.Invited;
import org.palabre.gatherings.ParticipationEvent.ParticipationConfirmed;
import org.palabre.gatherings.ParticipationEvent.ParticipationPromoted;
import org.palabre.gatherings.ParticipationEvent.ParticipationWithdrawn;
import org.palabre.gatherings.ParticipationEvent.Waitlisted;
import org.palabre.gatherings.ParticipationId;
import org.palabre.gatherings.ParticipationStatus;
import org.palabre.gatherings.SeatBlockEvent;
import org.palabre.gatherings.SeatBlockEvent.SeatsClosed;
import org.palabre.gatherings.SeatBlockEvent.SeatsOffered;
import org.palabre.gatherings.SeatBlockEvent.SeatsReturned;
import org.palabre.gatherings.SeatBlockEvent.SeatsTaken;
import org.palabre.gatherings.SeatBlockEvent.WaitingBegan;
import org.palabre.gatherings.SeatBlockEvent.WaitingEnded;
import org.palabre.gatherings.TicketEvent;
import org.palabre.gatherings.TicketEvent.TicketIssued;
import org.palabre.gatherings.TicketEvent.TicketRefunded;
import org.palabre.gatherings.TicketEvent.TicketUsed;
import org.palabre.gatherings.TicketStatus;
import org.palabre.projections.Generation;
import org.palabre.projections.Rows;
import org.palabre.views.TallyEvent;
import org.palabre.views.TallyEvent.ViewsCounted;
import org.palabre.views.Viewed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folds what happens to gatherings, their seats and their tickets into rows, one event after the other. */
class GatheringsFold {

    private final Rows<GatheringRow> gatherings;
    private final Rows<FiguresRow> figures;
    private final Rows<CategoryRow> categories;
    private final Rows<SeatsRow> seats;
    private final Rows<ParticipationRow> participations;
    private final Rows<WaitingRow> waiting;
    private final Rows<SoldTicketRow> tickets;
    private final Generation generation;
    private final GatheringFollowers followers;

    GatheringsFold(JdbcClient jdbc, Generation generation, GatheringFollowers followers) {
        gatherings = new Rows<>(jdbc, "gathering", GatheringRow.class, About::gathering);
        figures = new Rows<>(jdbc, "gathering_figures", FiguresRow.class, About::figures);
        categories = new Rows<>(jdbc, "gathering_category", CategoryRow.class, About::category);
        seats = new Rows<>(jdbc, "gathering_seats", SeatsRow.class, About::block);
        participations = new Rows<>(jdbc, "gathering_participation", ParticipationRow.class, About::participation);
        waiting = new Rows<>(jdbc, "gathering_waiting", WaitingRow.class, About::waiting);
        tickets = new Rows<>(jdbc, "gathering_ticket", SoldTicketRow.class, About::ticket);
        this.generation = generation;
        this.followers = followers;
    }

    @EventHandler
    void on(GatheringEvent event, @Timestamp Instant at, @SequenceNumber long sequence, TrackingToken token) {
        switch (event) {
            case GatheringAnnounced announced -> {
                gatherings.add(new GatheringRow(announced, at));
                figures.add(new FiguresRow(announced.gatheringId()));
            }
            case GatheringDeleted deleted -> {
                var id = deleted.gatheringId().value();
                gatherings.remove(id);
                figures.remove(id);
                participations.removeWhere("gathering_id", id);
            }
            case GatheringSubmitted _ -> {
                var gathering = gathering(event, at, sequence);
                gathering.status = GatheringStatus.PENDING;
                gathering.rejectionReason = null;
            }
            case GatheringRejected rejected -> {
                var gathering = gathering(event, at, sequence);
                gathering.status = GatheringStatus.REJECTED;
                gathering.rejectionReason = rejected.reason();
            }
            case GatheringApproved _ -> gathering(event, at, sequence).status = GatheringStatus.APPROVED;
            case GatheringCancelled _ -> gathering(event, at, sequence).status = GatheringStatus.CANCELLED;
            case GatheringCompleted _ -> gathering(event, at, sequence).status = GatheringStatus.COMPLETED;
            case GatheringReworded reworded -> gathering(event, at, sequence).change(reworded);
            case GatheringRecategorised recategorised ->
                gathering(event, at, sequence).category = recategorised.category();
            case GatheringRescheduled rescheduled ->
                gathering(event, at, sequence).change(rescheduled);
            case GatheringRelocated relocated -> gathering(event, at, sequence).change(relocated);
            case AdmissionChanged changed -> gathering(event, at, sequence).change(changed);
            case ImageShown shown -> gathering(event, at, sequence).image = shown.image();
        }
        changed(event.gatheringId(), token);
    }

    @EventHandler
    void on(CategoryEvent event, @SequenceNumber long sequence) {
        switch (event) {
            case CategoryAdded added -> categories.add(new CategoryRow(added));
            case CategoryRenamed renamed -> category(event, sequence).name = renamed.name();
            case CategoryMoved moved -> category(event, sequence).parent = moved.parent();
            case CategoryRemoved removed ->
                categories.remove(removed.categoryId().value());
        }
    }

    @EventHandler
    void on(SeatBlockEvent event, @SequenceNumber long sequence, TrackingToken token) {
        var block = event.blockId().value();
        switch (event) {
            case SeatsOffered offered ->
                seats.find(block)
                        .ifPresentOrElse(known -> known.offer(offered), () -> seats.add(new SeatsRow(offered)));
            case SeatsTaken taken -> seats.get(block).change(-1, taken.seats(), taken.tickets());
            case SeatsReturned returned -> seats.get(block).change(1, returned.seats(), returned.tickets());
            case WaitingBegan began -> waiting.add(new WaitingRow(began, sequence));
            case WaitingEnded ended -> waiting.remove(between(ended.gatheringId(), ended.accountId()));
            // what can be taken is asked of one that is open
            case SeatsClosed _ -> {}
        }
        changed(event.gatheringId(), token);
    }

    @EventHandler
    void on(ParticipationEvent event, @Timestamp Instant at, TrackingToken token) {
        var participation = participation(event);
        switch (event) {
            case Invited _ -> participation.invited = true;
            case Waitlisted _ -> participation.join(ParticipationStatus.WAITLISTED, at);
            case ParticipationConfirmed _ -> {
                participation.join(ParticipationStatus.CONFIRMED, at);
                figures(event.gatheringId()).participantsCount++;
            }
            case ParticipationPromoted _ -> {
                participation.status = ParticipationStatus.CONFIRMED;
                figures(event.gatheringId()).participantsCount++;
            }
            case ParticipationWithdrawn _ -> {
                if (participation.status == ParticipationStatus.CONFIRMED) {
                    figures(event.gatheringId()).participantsCount--;
                }
                participation.leave();
            }
        }
        changed(event.gatheringId(), token);
    }

    @EventHandler
    void on(TicketEvent event, @Timestamp Instant at, TrackingToken token) {
        var ticket = switch (event) {
            case TicketIssued issued -> {
                var fresh = new SoldTicketRow(issued, at);
                tickets.add(fresh);
                figures(fresh.gatheringId).sold(fresh);
                yield fresh;
            }
            case TicketUsed _ -> {
                var used = tickets.get(event.ticketId().value());
                used.status = TicketStatus.USED;
                figures(used.gatheringId).checkedInCount++;
                yield used;
            }
            case TicketRefunded _ -> {
                var refunded = tickets.get(event.ticketId().value());
                refunded.refund(at);
                figures(refunded.gatheringId).refunded(refunded);
                yield refunded;
            }
        };
        changed(ticket.gatheringId, token);
    }

    @EventHandler
    void on(TallyEvent event, TrackingToken token) {
        switch (event) {
            case ViewsCounted counted -> {
                var times = counted.times().stream()
                        .filter(each -> each.viewed().kind() == Viewed.Kind.GATHERING)
                        .toList();
                figures.expect(times.stream().map(each -> each.viewed().id()).toList());
                // a draft may have been deleted meanwhile
                times.forEach(each -> figures.find(each.viewed().id()).ifPresent(gathering -> {
                    gathering.viewsCount += each.count();
                    changed(gathering.id, token);
                }));
            }
        }
    }

    private void changed(GatheringId id, TrackingToken token) {
        if (generation.speaksAt(token)) {
            followers.changed(id);
        }
    }

    private GatheringRow gathering(GatheringEvent event, Instant at, long sequence) {
        var gathering = gatherings.get(event.gatheringId().value());
        gathering.updatedAt = at;
        gathering.version = sequence;
        return gathering;
    }

    private CategoryRow category(CategoryEvent event, long sequence) {
        var category = categories.get(event.categoryId().value());
        category.version = sequence;
        return category;
    }

    private static UUID between(GatheringId gatheringId, AccountId accountId) {
        return ParticipationId.of(gatheringId, accountId).value();
    }

    private FiguresRow figures(GatheringId id) {
        return figures.get(id.value());
    }

    private ParticipationRow participation(ParticipationEvent event) {
        return participations.find(event.participationId().value()).orElseGet(() -> {
            var first = new ParticipationRow(event);
            participations.add(first);
            return first;
        });
    }

    /** Which rows an event is about. */
    private static final class About {

        static Optional<UUID> gathering(Object event) {
            return event instanceof GatheringEvent gathering
                    ? Optional.of(gathering.gatheringId().value())
                    : Optional.empty();
        }

        static Optional<UUID> figures(Object event) {
            return switch (event) {
                case GatheringAnnounced announced ->
                    Optional.of(announced.gatheringId().value());
                case ParticipationEvent participation ->
                    Optional.of(participation.gatheringId().value());
                case TicketIssued issued -> Optional.of(issued.gatheringId().value());
                default -> Optional.empty();
            };
        }

        static Optional<UUID> category(Object event) {
            return event instanceof CategoryEvent category
                    ? Optional.of(category.categoryId().value())
                    : Optional.empty();
        }

        static Optional<UUID> block(Object event) {
            return event instanceof SeatBlockEvent block
                    ? Optional.of(block.blockId().value())
                    : Optional.empty();
        }

        static Optional<UUID> participation(Object event) {
            return event instanceof ParticipationEvent participation
                    ? Optional.of(participation.participationId().value())
                    : Optional.empty();
        }

        static Optional<UUID> waiting(Object event) {
            return switch (event) {
                case WaitingBegan began -> Optional.of(between(began.gatheringId(), began.accountId()));
                case WaitingEnded ended -> Optional.of(between(ended.gatheringId(), ended.accountId()));
                default -> Optional.empty();
            };
        }

        static Optional<UUID> ticket(Object event) {
            return event instanceof TicketEvent ticket
                    ? Optional.of(ticket.ticketId().value())
                    : Optional.empty();
        }
    }
}
