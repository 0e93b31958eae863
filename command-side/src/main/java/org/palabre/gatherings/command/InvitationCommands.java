package org.palabre.gatherings.command;

import static org.palabre.handling.Precondition.met;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.FindProfile;
import org.palabre.accounts.AccountQuery.ProfileView;
import org.palabre.gatherings.GatheringCommand.Invitation;
import org.palabre.gatherings.GatheringCommand.Invitations;
import org.palabre.gatherings.GatheringCommand.Invite;
import org.palabre.gatherings.GatheringId;
import org.palabre.gatherings.ParticipationId;
import org.palabre.shared.Actor;
import org.palabre.shared.Refused.Common;
import org.palabre.web.Queries;
import org.springframework.stereotype.Component;

/** Lets owners say who may come. */
@Component
class InvitationCommands {

    private final Gatherings gatherings;
    private final Repository<Participation> participations;
    private final Queries queries;

    InvitationCommands(Gatherings gatherings, Repository<Participation> participations, Queries queries) {
        this.gatherings = gatherings;
        this.participations = participations;
        this.queries = queries;
    }

    @CommandHandler
    Invitations handle(Invite command, Actor actor) throws Exception {
        met(gatherings.own(command.gatheringId(), actor)).execute(Gathering::refuseUnlessEditable);
        var known = new HashSet<AccountId>();
        for (var accountId : command.accountIds().stream()
                .distinct()
                .filter(this::isKnown)
                .sorted(Comparator.comparing(AccountId::toString))
                .toList()) {
            invite(command.gatheringId(), accountId);
            known.add(accountId);
        }
        return new Invitations(command.accountIds().stream()
                .map(accountId -> new Invitation(
                        accountId, known.contains(accountId) ? Optional.empty() : Optional.of(Common.NOT_FOUND.code())))
                .toList());
    }

    private boolean isKnown(AccountId accountId) {
        return queries.find(new FindProfile(accountId, Optional.empty()), ProfileView.class)
                .isPresent();
    }

    private void invite(GatheringId gatheringId, AccountId accountId) throws Exception {
        participations
                .loadOrCreate(ParticipationId.of(gatheringId, accountId).toString(), Participation::new)
                .execute(participation -> participation.invite(gatheringId, accountId));
    }
}
