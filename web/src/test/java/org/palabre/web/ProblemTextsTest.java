package org.palabre.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palabre.shared.Refused;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

class ProblemTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/problems.properties", "/problems_en.properties"})
    void every_refusal_is_worded(String file) {
        var texts = texts(file);

        assertThat(reasons()).isNotEmpty().allSatisfy(code -> {
            assertThat(texts.getProperty(code + ".title")).as("%s.title", code).isNotBlank();
            assertThat(texts.getProperty(code + ".detail"))
                    .as("%s.detail", code)
                    .isNotBlank();
        });
    }

    @Test
    void both_languages_say_the_same_things() {
        assertThat(texts("/problems_en.properties").keySet())
                .isEqualTo(texts("/problems.properties").keySet());
    }

    @Test
    void both_languages_have_words_for_the_same_constraints() {
        assertThat(texts("/ValidationMessages_en.properties").keySet())
                .isEqualTo(texts("/ValidationMessages_fr.properties").keySet());
    }

    private static Stream<String> reasons() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Refused.Reason.class));
        return scanner.findCandidateComponents("org.palabre").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(constant -> ((Refused.Reason) constant).code());
    }

    private static Properties texts(String file) {
        try (var reader =
                new InputStreamReader(ProblemTextsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
