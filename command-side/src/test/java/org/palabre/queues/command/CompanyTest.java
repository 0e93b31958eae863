package org.palabre.queues.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palabre.queues.QueueRefusal.NAME_TAKEN;
import static org.palabre.queues.command.FairMessages.COMPANY_NAME;
import static org.palabre.queues.command.FairMessages.at;
import static org.palabre.queues.command.FairMessages.become;
import static org.palabre.queues.command.FairMessages.cancelled;
import static org.palabre.queues.command.FairMessages.joined;
import static org.palabre.queues.command.FairMessages.limit;
import static org.palabre.queues.command.FairMessages.opened;
import static org.palabre.queues.command.FairMessages.pause;
import static org.palabre.queues.command.FairMessages.profile;
import static org.palabre.queues.command.FairMessages.rename;
import static org.palabre.queues.command.FairMessages.slots;
import static org.palabre.queues.command.FairMessages.started;
import static org.palabre.queues.command.People.ACME;
import static org.palabre.queues.command.People.ADA;
import static org.palabre.queues.command.People.ADMIN;
import static org.palabre.queues.command.People.BOB;
import static org.palabre.queues.command.People.GLOBEX;
import static org.palabre.queues.command.People.stand;
import static org.palabre.shared.Refused.Common.NOT_AUTHENTICATED;
import static org.palabre.shared.Refused.Common.VERSION_CONFLICT;

import org.junit.jupiter.api.Test;
import org.palabre.queues.AccessToken;
import org.palabre.queues.CompanyCommand.JoinQueue;
import org.palabre.queues.CompanyCommand.NewToken;
import org.palabre.queues.CompanyCommand.OpenCompany;
import org.palabre.queues.CompanyCommand.RegenerateToken;
import org.palabre.queues.CompanyCommand.RemoveCompany;
import org.palabre.queues.CompanyCommand.StartInterview;
import org.palabre.queues.CompanyEvent.AccessTokenRegenerated;
import org.palabre.queues.CompanyEvent.CompanyOpened;
import org.palabre.queues.CompanyEvent.CompanyRemoved;
import org.palabre.queues.CompanyEvent.CompanyRenamed;
import org.palabre.queues.CompanyEvent.QueueLimitChanged;
import org.palabre.queues.CompanyEvent.RecruitingPaused;
import org.palabre.queues.CompanyEvent.RecruitingResumed;
import org.palabre.queues.CompanyEvent.SlotsChanged;
import org.palabre.queues.CompanyId;
import org.palabre.queues.CompanyStatus;
import org.palabre.queues.QueueQuery.CompanyView;
import org.palabre.shared.Actor;

class CompanyTest {

    private final Fair fair = new Fair();

    @Test
    void a_company_opens_recruiting_and_gets_its_token_once() {
        var outcome = fair.when(open(ACME, COMPANY_NAME)).as(ADMIN);

        var answer = outcome.answer(NewToken.class);
        assertThat(answer.company())
                .isEqualTo(new CompanyView(ACME, COMPANY_NAME, CompanyStatus.RECRUITING, 2, 10, 0, 0, 0));
        outcome.then(new CompanyOpened(ACME, COMPANY_NAME, 2, 10, AccessToken.hash(answer.accessToken())));
        assertThat(answer.accessToken()).hasSizeGreaterThanOrEqualTo(32).matches(AccessToken::looksLikeOne);
        assertThat(answer.toString()).doesNotContain(answer.accessToken());
    }

    @Test
    void a_name_belongs_to_one_company_whatever_its_case() {
        fair.when(open(ACME, "Sahel Énergie")).as(ADMIN).answer(NewToken.class);

        fair.when(open(GLOBEX, "SAHEL ÉNERGIE")).as(ADMIN).refused(NAME_TAKEN);
    }

    @Test
    void nobody_takes_another_company_s_name_by_renaming() {
        fair.when(open(ACME, "Acme")).as(ADMIN).answer(NewToken.class);
        fair.when(open(GLOBEX, "Globex")).as(ADMIN).answer(NewToken.class);

        fair.when(rename(GLOBEX, "acme")).as(ADMIN).refused(NAME_TAKEN);
    }

    @Test
    void a_company_may_write_its_own_name_in_another_case() {
        fair.when(open(ACME, "Acme")).as(ADMIN).answer(NewToken.class);

        fair.when(rename(ACME, "ACME")).as(ADMIN).then(new CompanyRenamed(ACME, "ACME"));
    }

    @Test
    void a_name_that_was_given_up_is_free() {
        fair.when(open(ACME, "Acme")).as(ADMIN).answer(NewToken.class);
        fair.when(rename(ACME, "Apex")).as(ADMIN).answer(CompanyView.class);

        assertThat(fair.when(open(GLOBEX, "Acme")).as(ADMIN).refusal()).isEmpty();
    }

    @Test
    void what_is_as_it_should_be_does_not_change() {
        fair.given(opened(ACME, 2, 10));

        fair.when(rename(ACME, COMPANY_NAME)).as(ADMIN).then();
        fair.when(become(ACME, CompanyStatus.RECRUITING)).as(ADMIN).then();
        fair.when(slots(ACME, 2)).as(ADMIN).then();
        fair.when(limit(ACME, 10)).as(ADMIN).then();
    }

    @Test
    void a_company_pauses_and_resumes() {
        fair.given(opened(ACME, 1));

        fair.when(pause(ACME)).as(stand(ACME)).then(new RecruitingPaused(ACME));
        fair.when(become(ACME, CompanyStatus.RECRUITING)).as(stand(ACME)).then(new RecruitingResumed(ACME));
    }

    @Test
    void a_limit_can_be_lifted() {
        fair.given(opened(ACME, 1, 5));

        var outcome = fair.when(limit(ACME, null)).as(ADMIN).then(new QueueLimitChanged(ACME, null));

        assertThat(outcome.answer(CompanyView.class).maxQueueSize()).isNull();
    }

    @Test
    void fewer_slots_or_a_pause_interrupt_no_interview() {
        fair.given(opened(ACME, 2))
                .given(profile(ADA), profile(BOB))
                .given(joined(ACME, ADA, 1))
                .given(joined(ACME, BOB, 2))
                .given(started(ACME, ADA))
                .given(started(ACME, BOB));

        var fewer = fair.when(slots(ACME, 1)).as(stand(ACME)).then(new SlotsChanged(ACME, 1));
        var paused = fair.when(pause(ACME)).as(stand(ACME)).then(new RecruitingPaused(ACME));

        assertThat(fewer.answer(CompanyView.class).interviewingCount()).isEqualTo(2);
        assertThat(paused.answer(CompanyView.class).interviewingCount()).isEqualTo(2);
    }

    @Test
    void a_new_token_kills_the_old_one_at_once() {
        fair.given(opened(ACME, 1)).given(profile(ADA)).given(joined(ACME, ADA, 1));

        var outcome = fair.when(new RegenerateToken(ACME)).as(ADMIN);
        var hash = AccessToken.hash(outcome.answer(NewToken.class).accessToken());
        outcome.then(new AccessTokenRegenerated(ACME, hash));

        fair.when(new StartInterview(ACME, at(ACME, ADA))).as(stand(ACME)).refused(NOT_AUTHENTICATED);
        fair.when(pause(ACME)).as(stand(ACME)).refused(NOT_AUTHENTICATED);
        fair.when(new StartInterview(ACME, at(ACME, ADA)))
                .as(new Actor.Company(ACME.value(), hash))
                .then(started(ACME, ADA));
    }

    @Test
    void a_removed_company_cancels_its_interviews_and_frees_the_students() {
        fair.given(opened(ACME, 2))
                .given(profile(ADA), profile(BOB))
                .given(joined(ACME, ADA, 1))
                .given(joined(ACME, BOB, 2))
                .given(started(ACME, BOB))
                .given(started(ACME, ADA));

        fair.when(new RemoveCompany(ACME))
                .as(ADMIN)
                .then(Fair.all(cancelled(ACME, ADA), cancelled(ACME, BOB), new CompanyRemoved(ACME)));
    }

    @Test
    void a_removed_company_is_gone() {
        fair.given(opened(ACME, 1)).given(profile(ADA)).given(new CompanyRemoved(ACME));

        assertThat(fair.when(new JoinQueue(ACME, at(ACME, ADA))).as(ADA).refusal())
                .isEqualTo("AggregateDeletedException");
        assertThat(fair.when(pause(ACME)).as(stand(ACME)).refusal()).isEqualTo("AggregateDeletedException");
    }

    @Test
    void a_removed_company_frees_its_name() {
        fair.when(open(ACME, "Acme")).as(ADMIN).answer(NewToken.class);
        fair.when(new RemoveCompany(ACME)).as(ADMIN).then(new CompanyRemoved(ACME));

        assertThat(fair.when(open(GLOBEX, "acme")).as(ADMIN).refusal()).isEmpty();
    }

    @Test
    void a_version_that_is_not_the_newest_is_a_conflict_before_any_rule_of_the_fair() {
        fair.when(open(ACME, "Acme")).as(ADMIN).answer(NewToken.class);
        fair.when(open(GLOBEX, "Globex")).as(ADMIN).answer(NewToken.class);

        fair.when(rename(GLOBEX, "Acme")).ifVersion(7).as(ADMIN).refused(VERSION_CONFLICT);
        fair.when(rename(GLOBEX, "Acme")).ifVersion(0).as(ADMIN).refused(NAME_TAKEN);
    }

    @Test
    void a_dead_token_is_told_so_before_any_version() {
        fair.given(opened(ACME, 1), new AccessTokenRegenerated(ACME, AccessToken.hash("second")));

        fair.when(pause(ACME)).ifVersion(7).as(stand(ACME)).refused(NOT_AUTHENTICATED);
        fair.when(new StartInterview(ACME, at(ACME, ADA)))
                .ifVersion(7)
                .as(stand(ACME))
                .refused(NOT_AUTHENTICATED);
    }

    private static OpenCompany open(CompanyId company, String name) {
        return new OpenCompany(company, name, 2, 10);
    }
}
