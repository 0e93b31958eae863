package org.palabre.eventstore;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.palabre.shared.DomainEvent;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The stored name and revision of every event: {@code <context>.<Record>}, the context being the last segment of its
 * family's package ({@code queues.InterviewStarted}), and the revision that of {@link Revision}, {@code 1} without one.
 */
public final class EventTypes {

    private static final String ROOT = "org.palabre";

    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Map<Class<?>, SerializedType> types = new HashMap<>();

    /**
     * Of all sealed families of events below {@code org.palabre}.
     *
     * @throws IllegalStateException when two events share a name
     */
    public EventTypes() {
        this(familiesOnTheClasspath());
    }

    /**
     * Of these sealed families.
     *
     * @throws IllegalStateException when two events share a name
     */
    public EventTypes(Collection<Class<? extends DomainEvent>> families) {
        families.forEach(family -> events(family).forEach(event -> register(contextOf(family), event)));
    }

    /** The event class stored under this name, if there is one. */
    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /**
     * The name and revision that an event is stored with.
     *
     * @throws IllegalArgumentException when the class is no event of a known family
     */
    public SerializedType typeOf(Class<?> event) {
        SerializedType type = types.get(event);
        if (type == null) {
            throw new IllegalArgumentException(event.getName() + " belongs to no known family of events");
        }
        return type;
    }

    /** All events, by stored name. */
    public Map<String, Class<?>> all() {
        return Map.copyOf(classes);
    }

    private void register(String context, Class<?> event) {
        String name = context + "." + event.getSimpleName();
        Class<?> other = classes.put(name, event);
        if (other != null && other != event) {
            throw new IllegalStateException(
                    other.getName() + " and " + event.getName() + " are both stored as " + name);
        }
        Revision revision = event.getAnnotation(Revision.class);
        types.put(event, new SimpleSerializedType(name, revision == null ? "1" : revision.value()));
    }

    private static Stream<Class<?>> events(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(EventTypes::events) : Stream.of(type);
    }

    private static String contextOf(Class<?> family) {
        String packageName = family.getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    private static Collection<Class<? extends DomainEvent>> familiesOnTheClasspath() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isInterface();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(DomainEvent.class));
        return scanner.findCandidateComponents(ROOT).stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .<Class<? extends DomainEvent>>map(
                        name -> ClassUtils.resolveClassName(name, null).asSubclass(DomainEvent.class))
                .filter(Class::isSealed)
                .toList();
    }
}
