package org.palabre.edge;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.extension.ExtendWith;

/** Those who share a platform come when all the others have stopped theirs: an Axon Server serves one at a time. */
public final class OnePlatformLast implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(OnePlatformLast::shares));
    }

    private static boolean shares(ClassDescriptor test) {
        return test.findAnnotation(ExtendWith.class).stream()
                .flatMap(extensions -> Arrays.stream(extensions.value()))
                .anyMatch(OnePlatform.class::equals);
    }
}
