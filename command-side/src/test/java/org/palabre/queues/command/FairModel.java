package org.palabre.queues.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.palabre.queues.CompanyCommand;
import org.palabre.queues.CompanyCommand.CancelInterview;
import org.palabre.queues.CompanyCommand.ChangeCompany;
import org.palabre.queues.CompanyCommand.CompleteInterview;
import org.palabre.queues.CompanyCommand.JoinQueue;
import org.palabre.queues.CompanyCommand.OpenCompany;
import org.palabre.queues.CompanyCommand.RegenerateToken;
import org.palabre.queues.CompanyCommand.RemoveCompany;
import org.palabre.queues.CompanyCommand.StartInterview;
import org.palabre.queues.CompanyCommand.StartNextInterview;
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.InscriptionId;
import org.palabre.queues.InscriptionStatus;
import org.palabre.queues.QueueQuery.CompanyName;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.QueueQuery.StudentView;
import org.palabre.queues.StudentCommand;
import org.palabre.queues.StudentCommand.BecomeAvailable;
import org.palabre.queues.StudentCommand.ChangeProfile;
import org.palabre.queues.StudentCommand.CreateProfile;
import org.palabre.queues.StudentCommand.LeaveQueue;
import org.palabre.queues.StudentCommand.TakePause;
import org.palabre.queues.StudentId;
import org.palabre.queues.StudentStatus;
import org.palabre.shared.Actor;
import org.palabre.shared.Change;

/** The fair as one would explain it: what every command answers, or why it is refused. */
final class FairModel {

    /** What somebody is told. */
    sealed interface Reply {

        record Yes(@Nullable Object answer) implements Reply {}

        record No(String code) implements Reply {}
    }

    private static final class Stand {
        private String name;
        private int slots;
        private @Nullable Integer limit;
        private CompanyStatus status = CompanyStatus.RECRUITING;
        private String token = "";
        private int lastPosition;
        private long version;
    }

    private static final class Guest {
        private String firstName;
        private String lastName;
        private StudentStatus status = StudentStatus.AVAILABLE;
        private @Nullable CompanyName sitsAt;
        private long version;
    }

    private static final class Place {
        private final CompanyId company;
        private final StudentId student;
        private final int position;
        private final Instant since;
        private InscriptionStatus status = InscriptionStatus.WAITING;

        private Place(CompanyId company, StudentId student, int position, Instant since) {
            this.company = company;
            this.student = student;
            this.position = position;
            this.since = since;
        }
    }

    private static final class Refusal extends RuntimeException {
        private Refusal(String code) {
            super(code);
        }
    }

    private final Map<CompanyId, Stand> stands = new HashMap<>();
    private final Map<StudentId, Guest> guests = new HashMap<>();
    private final Map<InscriptionId, Place> places = new LinkedHashMap<>();

    Reply play(Object command, Actor actor, Instant at) {
        try {
            return new Reply.Yes(
                    switch (command) {
                        case CompanyCommand ofCompany -> answer(ofCompany, actor, at);
                        case StudentCommand ofStudent -> answer(ofStudent);
                        default -> throw new IllegalArgumentException("Not of the fair: " + command);
                    });
        } catch (Refusal no) {
            return new Reply.No(no.getMessage());
        }
    }

    void newToken(CompanyId company, String hash) {
        stands.get(company).token = hash;
    }

    /** The token that is good now, as a hash. */
    Optional<String> token(CompanyId company) {
        return Optional.ofNullable(stands.get(company)).map(stand -> stand.token);
    }

    private @Nullable Object answer(CompanyCommand command, Actor actor, Instant at) {
        var id = command.companyId();
        if (command instanceof OpenCompany open) {
            refuseIf(nameTaken(open.name(), id), "name_taken");
            var stand = new Stand();
            stand.name = open.name();
            stand.slots = open.maxConcurrentInterviews();
            stand.limit = open.maxQueueSize();
            stands.put(id, stand);
            return view(id);
        }
        var stand = stands.get(id);
        refuseIf(stand == null, "not_found");
        refuseIf(
                actor instanceof Actor.Company company && !company.tokenHash().equals(stand.token),
                "not_authenticated");
        return switch (command) {
            case OpenCompany _ -> throw new IllegalStateException("Done above");
            case ChangeCompany change -> change(change, stand);
            case RegenerateToken _ -> {
                stand.version++;
                yield view(id);
            }
            case RemoveCompany _ -> {
                those(id, InscriptionStatus.IN_INTERVIEW)
                        .forEach(inscription -> getUp(places.get(inscription), StudentStatus.AVAILABLE));
                places.values().removeIf(place -> place.company.equals(id));
                stands.remove(id);
                yield null;
            }
            case JoinQueue join -> join(join, StudentId.of(actor.account().id()), stand, at);
            case StartInterview start -> {
                var place = place(id, start.inscriptionId());
                refuseIf(place.status != InscriptionStatus.WAITING, "not_waiting");
                refuseUnlessReady(id, stand);
                refuseIf(!available(start.inscriptionId()), "student_busy");
                yield start(start.inscriptionId());
            }
            case StartNextInterview _ -> {
                refuseUnlessReady(id, stand);
                yield those(id, InscriptionStatus.WAITING).stream()
                        .filter(this::available)
                        .findFirst()
                        .map(this::start)
                        .orElseThrow(() -> new Refusal("nobody_available"));
            }
            case CompleteInterview complete ->
                end(id, complete.inscriptionId(), InscriptionStatus.COMPLETED, StudentStatus.PAUSED);
            case CancelInterview cancel ->
                end(id, cancel.inscriptionId(), InscriptionStatus.WAITING, StudentStatus.AVAILABLE);
        };
    }

    private @Nullable Object answer(StudentCommand command) {
        var id = command.studentId();
        if (command instanceof CreateProfile create) {
            refuseIf(guests.containsKey(id), "student_exists");
            var guest = new Guest();
            guest.firstName = create.firstName();
            guest.lastName = create.lastName();
            guests.put(id, guest);
            return view(id);
        }
        var guest = guests.get(id);
        refuseIf(guest == null, "not_found");
        return switch (command) {
            case CreateProfile _ -> throw new IllegalStateException("Done above");
            case ChangeProfile change -> {
                var first = after(change.firstName(), guest.firstName);
                var last = after(change.lastName(), guest.lastName);
                if (!first.equals(guest.firstName) || !last.equals(guest.lastName)) {
                    guest.version++;
                }
                guest.firstName = first;
                guest.lastName = last;
                yield view(id);
            }
            case BecomeAvailable _ -> become(id, guest, StudentStatus.AVAILABLE);
            case TakePause _ -> become(id, guest, StudentStatus.PAUSED);
            case LeaveQueue leave -> {
                var place = places.get(leave.inscriptionId());
                refuseIf(place == null || !place.student.equals(id), "not_found");
                refuseIf(place.status != InscriptionStatus.WAITING, "not_waiting");
                places.remove(leave.inscriptionId());
                stands.get(place.company).version++;
                guest.version++;
                yield null;
            }
        };
    }

    private CompanyView change(ChangeCompany change, Stand stand) {
        var name = after(change.name(), stand.name);
        refuseIf(nameTaken(name, change.companyId()), "name_taken");
        stand.version += changed(change.name(), stand.name)
                + changed(change.status(), stand.status)
                + changed(change.maxConcurrentInterviews(), stand.slots)
                + changed(change.maxQueueSize(), stand.limit);
        stand.name = name;
        stand.status = after(change.status(), stand.status);
        stand.slots = after(change.maxConcurrentInterviews(), stand.slots);
        stand.limit = after(change.maxQueueSize(), stand.limit);
        return view(change.companyId());
    }

    private InscriptionView join(JoinQueue join, StudentId student, Stand stand, Instant at) {
        var company = join.companyId();
        var guest = guests.get(student);
        refuseIf(guest == null, "no_student_profile");
        refuseIf(
                places.values().stream()
                        .anyMatch(place -> place.company.equals(company) && place.student.equals(student)),
                "already_queued");
        refuseIf(stand.status == CompanyStatus.PAUSED, "company_paused");
        refuseIf(
                stand.limit != null && those(company, InscriptionStatus.WAITING).size() >= stand.limit, "queue_full");
        stand.lastPosition++;
        stand.version++;
        guest.version++;
        places.put(join.inscriptionId(), new Place(company, student, stand.lastPosition, at));
        return view(join.inscriptionId());
    }

    private void refuseUnlessReady(CompanyId id, Stand stand) {
        refuseIf(stand.status == CompanyStatus.PAUSED, "company_paused");
        refuseIf(those(id, InscriptionStatus.IN_INTERVIEW).size() >= stand.slots, "no_free_slot");
    }

    private boolean available(InscriptionId inscription) {
        return guests.get(places.get(inscription).student).status == StudentStatus.AVAILABLE;
    }

    private InscriptionView start(InscriptionId inscription) {
        var place = places.get(inscription);
        var stand = stands.get(place.company);
        var guest = guests.get(place.student);
        place.status = InscriptionStatus.IN_INTERVIEW;
        stand.version++;
        guest.status = StudentStatus.IN_INTERVIEW;
        guest.sitsAt = new CompanyName(place.company, stand.name);
        guest.version++;
        return view(inscription);
    }

    private InscriptionView end(
            CompanyId company, InscriptionId inscription, InscriptionStatus next, StudentStatus student) {
        var place = place(company, inscription);
        refuseIf(place.status != InscriptionStatus.IN_INTERVIEW, "not_in_interview");
        place.status = next;
        stands.get(company).version++;
        getUp(place, student);
        return view(inscription);
    }

    private void getUp(Place place, StudentStatus next) {
        var guest = guests.get(place.student);
        guest.status = next;
        guest.sitsAt = null;
        guest.version++;
    }

    private StudentView become(StudentId id, Guest guest, StudentStatus status) {
        refuseIf(guest.status == StudentStatus.IN_INTERVIEW, "in_interview");
        if (guest.status != status) {
            guest.version++;
        }
        guest.status = status;
        return view(id);
    }

    private Place place(CompanyId company, InscriptionId inscription) {
        var place = places.get(inscription);
        refuseIf(place == null || !place.company.equals(company), "not_found");
        return place;
    }

    private List<InscriptionId> those(CompanyId company, InscriptionStatus status) {
        var found = new ArrayList<InscriptionId>();
        places.forEach((id, place) -> {
            if (place.company.equals(company) && place.status == status) {
                found.add(id);
            }
        });
        return found;
    }

    private boolean nameTaken(String name, CompanyId taker) {
        return stands.entrySet().stream()
                .anyMatch(stand ->
                        !stand.getKey().equals(taker) && stand.getValue().name.equalsIgnoreCase(name));
    }

    private CompanyView view(CompanyId id) {
        var stand = stands.get(id);
        return new CompanyView(
                id,
                stand.name,
                stand.status,
                stand.slots,
                stand.limit,
                those(id, InscriptionStatus.WAITING).size(),
                those(id, InscriptionStatus.IN_INTERVIEW).size(),
                stand.version);
    }

    private StudentView view(StudentId id) {
        var guest = guests.get(id);
        return new StudentView(id, guest.firstName, guest.lastName, guest.status, guest.sitsAt, guest.version);
    }

    private InscriptionView view(InscriptionId id) {
        var place = places.get(id);
        var stand = stands.get(place.company);
        var line = those(place.company, InscriptionStatus.WAITING);
        return new InscriptionView(
                id,
                new CompanyName(place.company, stand.name),
                place.position,
                place.status,
                line.contains(id) ? line.indexOf(id) + 1 : null,
                place.since,
                stand.version);
    }

    private static <T> @Nullable T after(Change<T> change, @Nullable T current) {
        return change instanceof Change.Set<T>(T value) ? value : current;
    }

    private static <T> int changed(Change<T> change, @Nullable T current) {
        return Objects.equals(after(change, current), current) ? 0 : 1;
    }

    private static void refuseIf(boolean no, String code) {
        if (no) {
            throw new Refusal(code);
        }
    }
}
