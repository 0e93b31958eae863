package org.palabre.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.palabre.shared.Actor;
import org.palabre.shared.Actor.Role;
import org.palabre.shared.Refused;
import org.palabre.shared.Refused.Common;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * What guards every request before it is routed: headers, foreign origins, the machine room. Who may make which call is
 * said at the call ({@link Allow}).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain docs(HttpSecurity http) {
        return http.securityMatcher("/api/docs", "/api/swagger-ui/**", "/swagger-ui/**")
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(ContentSecurity.policyForDocs())))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain security(
            HttpSecurity http,
            UrlBasedCorsConfigurationSource origins,
            ObjectProvider<Credentials> credentials,
            @Value("${palabre.trusted-proxies}") List<String> trustedProxies,
            HandlerExceptionResolver handlerExceptionResolver) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(ContentSecurity.policy()))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .cors(AbstractHttpConfigurer::disable)
                .addFilter(corsFilter(origins))
                .addFilterBefore(
                        new CallerFilter(
                                credentials.stream().toList(),
                                new TrustedProxies(trustedProxies),
                                handlerExceptionResolver),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/**")
                        .access((_, context) -> new AuthorizationDecision(
                                Caller.of(context.getRequest()).actor().has(Role.ADMIN)))
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, _) ->
                                handlerExceptionResolver.resolveException(request, response, null, closed(request)))
                        .accessDeniedHandler((request, response, _) ->
                                handlerExceptionResolver.resolveException(request, response, null, closed(request))))
                .build();
    }

    /** Turns pages of foreign origins away with a problem like any other. */
    private static CorsFilter corsFilter(UrlBasedCorsConfigurationSource origins) {
        var filter = new CorsFilter(origins);
        filter.setCorsProcessor(new DefaultCorsProcessor() {
            @Override
            protected void rejectRequest(ServerHttpResponse response) throws IOException {
                ((ServletServerHttpResponse) response).getServletResponse().sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        });
        return filter;
    }

    /** Requests are measured as a whole; measuring each filter costs more than most filters do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Which methods an address knows is told by the routing. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    private static Refused closed(HttpServletRequest request) {
        return new Refused(
                Caller.of(request).actor() instanceof Actor.Anyone ? Common.NOT_AUTHENTICATED : Common.FORBIDDEN);
    }

    /** A page elsewhere may call only when its origin is configured. */
    @Bean
    UrlBasedCorsConfigurationSource corsConfigurationSource(
            @Value("${palabre.public-url}") String ownOrigin,
            @Value("${palabre.allowed-origins:}") List<String> allowedOrigins) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(allowedOrigins);
        cors.addAllowedOrigin(ownOrigin);
        cors.setAllowedMethods(List.of("*"));
        cors.setAllowedHeaders(List.of("*"));
        cors.setExposedHeaders(List.of("ETag", "Location", "Retry-After", ConsistencyToken.HEADER, "X-Request-Id"));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        return source;
    }
}
