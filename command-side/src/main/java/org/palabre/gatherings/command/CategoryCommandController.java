package org.palabre.gatherings.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.palabre.gatherings.CategoryCommand.AddCategory;
import org.palabre.gatherings.CategoryCommand.ChangeCategory;
import org.palabre.gatherings.CategoryCommand.RemoveCategory;
import org.palabre.gatherings.CategoryId;
import org.palabre.gatherings.GatheringQuery.CategoryView;
import org.palabre.shared.Change;
import org.palabre.web.Allow;
import org.palabre.web.Allow.Who;
import org.palabre.web.Commands;
import org.palabre.web.OneLine;
import org.palabre.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CategoryCommandController {

    record Adding(
            @NotNull @OneLine @Size(max = 100) String name,
            @Nullable CategoryId parent) {

        Adding {
            name = Text.trimmed(name);
        }
    }

    record CategoryChanges(Change<@NotNull @OneLine @Size(max = 100) String> name, Change<CategoryId> parent) {

        CategoryChanges {
            name = Text.trimmed(name);
        }
    }

    private final Commands commands;

    CategoryCommandController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/admin/event-categories")
    @Allow(Who.ADMIN)
    ResponseEntity<CategoryView> add(@RequestBody @Valid Adding adding) {
        var category =
                commands.send(new AddCategory(CategoryId.next(), adding.name(), adding.parent()), CategoryView.class);
        return ResponseEntity.created(URI.create("/api/admin/event-categories/" + category.id()))
                .body(category);
    }

    @PatchMapping("/api/admin/event-categories/{id}")
    @Allow(Who.ADMIN)
    CategoryView change(@PathVariable CategoryId id, @RequestBody @Valid CategoryChanges changes) {
        return commands.send(new ChangeCategory(id, changes.name(), changes.parent()), CategoryView.class);
    }

    @DeleteMapping("/api/admin/event-categories/{id}")
    @Allow(Who.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable CategoryId id) {
        commands.send(new RemoveCategory(id));
    }
}
