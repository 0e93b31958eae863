package org.palabre.accounts.command;

import org.palabre.accounts.AccountCommand.ChangePhoto;
import org.palabre.accounts.AccountCommand.RemovePhoto;
import org.palabre.accounts.AccountId;
import org.palabre.accounts.AccountQuery.UserView;
import org.palabre.pictures.Pictures;
import org.palabre.shared.Actor;
import org.palabre.shared.Ids;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.Me;
import org.palabre.web.UnfitFile;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class PhotoCommandController {

    private final Commands commands;
    private final Pictures pictures;
    private final Photos photos;
    private final Standings standings;

    PhotoCommandController(Commands commands, Pictures pictures, Photos photos, Standings standings) {
        this.commands = commands;
        this.pictures = pictures;
        this.photos = photos;
        this.standings = standings;
    }

    @PutMapping("/api/users/me/photo")
    @Allow(Who.ACCOUNT)
    UserView change(@RequestPart(UnfitFile.FIELD) MultipartFile file, @Me Actor.Account me) {
        var accountId = new AccountId(me.id());
        var photo = Ids.next();
        photos.store(accountId, photo, pictures.inSizes(file, Photos.SIZES));
        try {
            return standings.of(commands.send(new ChangePhoto(accountId, photo), UserView.class));
        } catch (RuntimeException failure) {
            photos.refused(accountId, photo);
            throw failure;
        }
    }

    @DeleteMapping("/api/users/me/photo")
    @Allow(Who.ACCOUNT)
    UserView remove(@Me Actor.Account me) {
        return standings.of(commands.send(new RemovePhoto(new AccountId(me.id())), UserView.class));
    }
}
