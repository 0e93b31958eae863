package org.palabre.web;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    Commands commands(
            CommandBus bus, Queries queries, @Value("${palabre.read-your-writes:1s}") Duration readYourWrites) {
        return new Commands(bus, queries, readYourWrites);
    }

    @Bean
    @Qualifier("localSegment")
    CommandHandling commandHandling(
            TransactionManager transactions,
            List<CorrelationDataProvider> correlation,
            @Value("${axon.axonserver.enabled}") boolean eventsAreElsewhere) {
        var handling = new CommandHandling(SimpleCommandBus.builder()
                .transactionManager(eventsAreElsewhere ? new AheadOfEvents(transactions) : transactions));
        handling.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
        return handling;
    }

    /**
     * Where queries are answered. Unlike Axon's own, it opens no transaction around each: most are one statement, and one
     * that waits must not keep a connection meanwhile.
     */
    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    SimpleQueryBus queryBus(QueryUpdateEmitter updates) {
        return SimpleQueryBus.builder().queryUpdateEmitter(updates).build();
    }

    @Bean
    Queries queries(QueryGateway gateway) {
        return new Queries(gateway);
    }

    @Bean
    ActorParameter actorParameter() {
        return new ActorParameter();
    }

    @Bean
    Problems problems(LocaleResolver locales) {
        return new Problems(problemTexts(), locales);
    }

    private static MessageSource problemTexts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("problems");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    @Bean
    LocaleResolver localeResolver() {
        var locales = new AcceptHeaderLocaleResolver();
        locales.setDefaultLocale(Locale.FRENCH);
        locales.setSupportedLocales(List.of(Locale.FRENCH, Locale.ENGLISH));
        return locales;
    }

    @Bean
    FilterRegistrationBean<JsonBodyFilter> jsonBodyFilter() {
        var registration = new FilterRegistrationBean<>(new JsonBodyFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    /** A slash at the end of a path says nothing. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlash() {
        var registration = new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    EveryCallSaysWho everyCallSaysWho(List<RequestMappingHandlerMapping> mappings) {
        return new EveryCallSaysWho(mappings);
    }

    @Bean
    Limits limits(@Value("${palabre.limit-requests}") int requests, @Value("${palabre.limit-auth}") int named) {
        return new Limits(requests, named, TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    WebMvcConfigurer edge(ObjectProvider<Credentials> credentials, Limits limits, Queries queries) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Gate(credentials.stream().toList(), limits));
                registry.addInterceptor(new ReadableAnswers());
                registry.addInterceptor(new WellFormedParameters());
                registry.addInterceptor(new ConsistentReads(queries));
            }

            @Override
            public void addFormatters(FormatterRegistry formats) {
                formats.addConverterFactory(new WireEnums());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.addAll(List.of(new MeResolver(), new PageRequestResolver(), new OrderByResolver()));
            }
        };
    }
}
