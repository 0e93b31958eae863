package org.palabre.platform;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Those who share a platform come together, when all the others have stopped theirs: an Axon Server serves one at a time,
 * and each is started once.
 */
public final class OnePlatformLast implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(OnePlatformLast::shared));
    }

    /** The name of the platform that it shares, if it does: those without come first. */
    private static String shared(ClassDescriptor test) {
        return test.findRepeatableAnnotations(ExtendWith.class).stream()
                .flatMap(extensions -> Arrays.stream(extensions.value()))
                .filter(OnePlatform.class::isAssignableFrom)
                .map(Class::getName)
                .findFirst()
                .orElse("");
    }
}
