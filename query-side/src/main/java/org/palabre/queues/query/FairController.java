package org.palabre.queues.query;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.QueueQuery.BoardView;
import org.palabre.queues.QueueQuery.CompanyPage;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.queues.QueueQuery.FairStats;
import org.palabre.queues.QueueQuery.FindBoard;
import org.palabre.queues.QueueQuery.FindCompanies;
import org.palabre.queues.QueueQuery.FindCompany;
import org.palabre.queues.QueueQuery.FindFairStats;
import org.palabre.queues.QueueQuery.FindInscriptions;
import org.palabre.queues.QueueQuery.FindOpportunities;
import org.palabre.queues.QueueQuery.FindStudent;
import org.palabre.queues.QueueQuery.FindStudents;
import org.palabre.queues.QueueQuery.InscriptionPage;
import org.palabre.queues.QueueQuery.InscriptionView;
import org.palabre.queues.QueueQuery.OpportunityPage;
import org.palabre.queues.QueueQuery.OpportunityView;
import org.palabre.queues.QueueQuery.StudentPage;
import org.palabre.queues.QueueQuery.StudentView;
import org.palabre.queues.StudentId;
import org.palabre.queues.StudentStatus;
import org.palabre.shared.Actor;
import org.palabre.shared.Page;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Listing;
import org.palabre.web.Me;
import org.palabre.web.OrderBy;
import org.palabre.web.Queries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FairController {

    private final Queries queries;

    FairController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/companies")
    @Allow(Who.ALL)
    Listing<CompanyView> companies(
            @RequestParam(defaultValue = "") @Size(max = 200) String search,
            @RequestParam Optional<CompanyStatus> status,
            @OrderBy({"name", "waiting_count"}) List<String> ordering,
            Page.Request page) {
        return Listing.of(queries.answer(new FindCompanies(search, status, ordering, page), CompanyPage.class), page);
    }

    @GetMapping("/api/admin/companies")
    @Allow(Who.ADMIN)
    Listing<CompanyView> companiesForAdmin(
            @RequestParam(defaultValue = "") @Size(max = 200) String search,
            @RequestParam Optional<CompanyStatus> status,
            @OrderBy({"name", "waiting_count"}) List<String> ordering,
            Page.Request page) {
        return companies(search, status, ordering, page);
    }

    @GetMapping("/api/companies/{id}")
    @Allow(Who.ALL)
    CompanyView company(@PathVariable CompanyId id) {
        return queries.one(new FindCompany(id), CompanyView.class);
    }

    @GetMapping("/api/company/{token}")
    @Allow(Who.COMPANY)
    BoardView board(@Me Actor.Company me) {
        return queries.one(new FindBoard(new CompanyId(me.id())), BoardView.class);
    }

    @GetMapping("/api/students/me")
    @Allow(Who.STUDENT)
    StudentView student(@Me Actor.Account me) {
        return queries.one(new FindStudent(StudentId.of(me.id())), StudentView.class);
    }

    @GetMapping("/api/queues")
    @Allow(Who.STUDENT)
    Listing<InscriptionView> inscriptions(@Me Actor.Account me, Page.Request page) {
        return Listing.of(
                queries.answer(new FindInscriptions(StudentId.of(me.id()), page), InscriptionPage.class), page);
    }

    @GetMapping("/api/queues/opportunities")
    @Allow(Who.STUDENT)
    Listing<OpportunityView> opportunities(@Me Actor.Account me, Page.Request page) {
        return Listing.of(
                queries.answer(new FindOpportunities(StudentId.of(me.id()), page), OpportunityPage.class), page);
    }

    @GetMapping("/api/admin/students")
    @Allow(Who.ADMIN)
    Listing<StudentView> students(
            @RequestParam(defaultValue = "") @Size(max = 200) String search,
            @RequestParam Optional<StudentStatus> status,
            Page.Request page) {
        return Listing.of(queries.answer(new FindStudents(search, status, page), StudentPage.class), page);
    }

    @GetMapping("/api/admin/stats")
    @Allow(Who.ADMIN)
    FairStats stats() {
        return queries.answer(new FindFairStats(), FairStats.class);
    }
}
