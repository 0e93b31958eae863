package org.palabre.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_ACCEPTABLE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.palabre.shared.Refused.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.StringUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Turns everything that can go wrong with a request into a problem that says what to do. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final ResourceInPath resource;
    private final Optional<OtherSide> otherSide;

    ProblemAdvice(
            Problems problems,
            Resources resources,
            Optional<OtherSide> otherSide,
            @Qualifier("mvcConversionService") ConversionService conversions) {
        this.problems = problems;
        this.otherSide = otherSide;
        this.resource = new ResourceInPath(resources, conversions);
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(CommandExecutionException exception, HttpServletRequest request) {
        var refusal =
                exception.<Object>getDetails().filter(Refusal.class::isInstance).map(Refusal.class::cast);
        if (refusal.isEmpty()) {
            return unexpected(exception, request);
        }
        var status = Problems.status(refusal.get().kind());
        return refusal.get().field() == null
                ? problems.answer(request, status, refusal.get().code())
                : problems.answer(request, status, "invalid", errors(refusal.get(), request));
    }

    private Map<String, List<String>> errors(Refusal refusal, HttpServletRequest request) {
        return Stream.concat(Stream.of(refusal), refusal.others().stream())
                .collect(Collectors.toMap(
                        each -> Objects.requireNonNull(each.field()),
                        each -> List.of(problems.text(request, each.code() + ".detail")),
                        (first, second) -> first,
                        TreeMap::new));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refusedWith(RefusedWith exception, HttpServletRequest request) {
        var reason = exception.reason();
        var problem = problems.answer(request, Problems.status(reason.kind()), reason.code());
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .body(Objects.requireNonNull(problem.getBody()).with(exception.members()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> nowhere(NoResourceFoundException exception, HttpServletRequest request) {
        var elsewhere = methodsOfTheOtherSide(request);
        return elsewhere.isEmpty() ? notFound(request) : wrongMethod(request, elsewhere);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMethod(HttpRequestMethodNotSupportedException exception, HttpServletRequest request) {
        var allowed = new TreeSet<>(methodsOfTheOtherSide(request));
        allowed.addAll(List.of(Objects.requireNonNullElse(exception.getSupportedMethods(), new String[0])));
        return wrongMethod(request, allowed);
    }

    private Collection<String> methodsOfTheOtherSide(HttpServletRequest request) {
        return otherSide.map(side -> side.methods(request)).orElse(List.of());
    }

    private ResponseEntity<Problem> wrongMethod(HttpServletRequest request, Collection<String> allowed) {
        var problem = problems.answer(request, METHOD_NOT_ALLOWED, "method_not_allowed");
        return ResponseEntity.status(METHOD_NOT_ALLOWED)
                .headers(problem.getHeaders())
                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                .body(problem.getBody());
    }

    private ResponseEntity<Problem> notFound(HttpServletRequest request) {
        return problems.answer(request, NOT_FOUND, "not_found");
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongBodyType(HttpMediaTypeNotSupportedException exception, HttpServletRequest request) {
        return unfit(request, UNSUPPORTED_MEDIA_TYPE, "unsupported_media", null);
    }

    /** The query or a form cannot be decoded. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<Problem> undecodable(HttpServletRequest request) {
        return unfit(request, BAD_REQUEST, "malformed", null);
    }

    /** There are no parts of a body, they cannot be told from each other, or they are more than anybody needs. */
    @ExceptionHandler
    ResponseEntity<Problem> unfitParts(MultipartException exception, HttpServletRequest request) {
        if (exception instanceof MaxUploadSizeExceededException) {
            return unfit(request, CONTENT_TOO_LARGE, "too_large", null);
        }
        return StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")
                ? undecodable(request)
                : unfit(request, UNSUPPORTED_MEDIA_TYPE, "unsupported_media", null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingPart(MissingServletRequestPartException exception, HttpServletRequest request) {
        return invalid(request, exception.getRequestPartName(), problems.text(request, "value.missing"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unfitFile(UnfitFile exception, HttpServletRequest request) {
        return switch (exception.reason()) {
            case EMPTY -> invalid(request, UnfitFile.FIELD, problems.text(request, "value.missing"));
            case TOO_LARGE -> unfit(request, CONTENT_TOO_LARGE, "too_large", null);
            case WRONG_TYPE -> unfit(request, UNSUPPORTED_MEDIA_TYPE, "unsupported_media", null);
        };
    }

    @ExceptionHandler
    ResponseEntity<Problem> beyondTheEnd(RangeNotSatisfiable exception, HttpServletRequest request) {
        var problem = problems.answer(request, REQUESTED_RANGE_NOT_SATISFIABLE, "range_not_satisfiable");
        return ResponseEntity.status(REQUESTED_RANGE_NOT_SATISFIABLE)
                .headers(problem.getHeaders())
                .header(HttpHeaders.CONTENT_RANGE, "bytes */" + exception.size())
                .body(problem.getBody());
    }

    /** Who asked has gone, as players do that jump within a file: nobody is left to tell. */
    @ExceptionHandler({ClientAbortException.class, AsyncRequestNotUsableException.class})
    void gone(@SuppressWarnings("unused") HttpServletResponse nobodyReads) {}

    @ExceptionHandler
    ResponseEntity<Problem> wrongAnswerType(HttpMediaTypeNotAcceptableException exception, HttpServletRequest request) {
        return problems.answer(request, NOT_ACCEPTABLE, "not_acceptable");
    }

    @ExceptionHandler
    ResponseEntity<Problem> badHeader(BadHeader exception, HttpServletRequest request) {
        return unfit(
                request,
                BAD_REQUEST,
                "malformed",
                Map.of(exception.header(), List.of(problems.text(request, "header.unreadable"))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooMany(TooManyRequests exception, HttpServletRequest request) {
        var problem = problems.answer(request, TOO_MANY_REQUESTS, "too_many_requests");
        return ResponseEntity.status(TOO_MANY_REQUESTS)
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "" + exception.seconds())
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Problem> behind(ProjectionBehind exception, HttpServletRequest request) {
        return problems.answer(request, SERVICE_UNAVAILABLE, "projection_behind");
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException exception, HttpServletRequest request) {
        if (BodyTooLarge.isCauseOf(exception)) {
            return unfit(request, CONTENT_TOO_LARGE, "too_large", null);
        }
        return exception.getCause() instanceof JacksonException unfit
                        && (unfit instanceof DatabindException || unfit instanceof InputCoercionException)
                        && (!unfit.getPath().isEmpty() || unknownKey(unfit).isPresent())
                ? invalid(request, field(unfit), problems.text(request, "value.wrong_type"))
                : unfit(request, BAD_REQUEST, "malformed", null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalidBody(MethodArgumentNotValidException exception, HttpServletRequest request) {
        var errors = exception.getBindingResult().getAllErrors().stream()
                .collect(Collectors.groupingBy(
                        error -> error instanceof FieldError field ? topName(field.getField()) : "",
                        TreeMap::new,
                        Collectors.mapping(ProblemAdvice::message, Collectors.toList())));
        return unfit(request, BAD_REQUEST, "invalid", errors);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalidParameter(HandlerMethodValidationException exception, HttpServletRequest request) {
        var errors = exception.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> Map.entry(WireNames.of(name(result, error)), message(error))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return problems.answer(request, BAD_REQUEST, "invalid", errors);
    }

    @ExceptionHandler
    ResponseEntity<Problem> violated(ConstraintViolationException exception, HttpServletRequest request) {
        var errors = exception.getConstraintViolations().stream()
                .collect(Collectors.groupingBy(
                        violation -> topName(violation.getPropertyPath().toString()),
                        TreeMap::new,
                        Collectors.mapping(violation -> violation.getMessage(), Collectors.toList())));
        return problems.answer(request, BAD_REQUEST, "invalid", errors);
    }

    @ExceptionHandler
    ResponseEntity<Problem> badParameter(BadParameter exception, HttpServletRequest request) {
        return invalid(request, exception.parameter(), problems.text(request, exception.reason()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingParameter(
            MissingServletRequestParameterException exception, HttpServletRequest request) {
        return invalid(request, exception.getParameterName(), problems.text(request, "value.missing"));
    }

    /** What cannot be an identifier identifies nothing; a parameter of the wrong form is the caller's mistake. */
    @ExceptionHandler
    ResponseEntity<Problem> mistyped(MethodArgumentTypeMismatchException exception, HttpServletRequest request) {
        return exception.getParameter().hasParameterAnnotation(PathVariable.class)
                ? notFound(request)
                : invalid(request, exception.getName(), problems.text(request, "value.wrong_type"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception exception, HttpServletRequest request) {
        if (Outage.isBehind(exception)) {
            LOG.warn("{} {} cannot be served now", request.getMethod(), requestId(request), exception);
            return problems.answer(request, SERVICE_UNAVAILABLE, "unavailable");
        }
        LOG.error("{} {} failed", request.getMethod(), requestId(request), exception);
        return problems.answer(request, INTERNAL_SERVER_ERROR, "internal");
    }

    private ResponseEntity<Problem> invalid(HttpServletRequest request, String field, String message) {
        return unfit(request, BAD_REQUEST, "invalid", Map.of(field, List.of(message)));
    }

    /** Refuses what was sent, unless the caller may send nothing there. */
    private ResponseEntity<Problem> unfit(
            HttpServletRequest request, HttpStatus status, String code, @Nullable Map<String, List<String>> errors) {
        return resource.refusal(request)
                .map(reason -> problems.answer(request, Problems.status(reason.kind()), reason.code()))
                .orElseGet(() -> problems.answer(request, status, code, errors));
    }

    private static String requestId(HttpServletRequest request) {
        return Caller.of(request).requestId();
    }

    /** The parameter's; or of a body whose fields are named by constants, the field's. */
    private static String name(ParameterValidationResult result, MessageSourceResolvable error) {
        var path = result.unwrap(error, ConstraintViolation.class).getPropertyPath();
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path.Node::getKey)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElseGet(() ->
                        Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), ""));
    }

    private static String message(MessageSourceResolvable error) {
        return Optional.ofNullable(error.getDefaultMessage()).orElse("");
    }

    private static String field(JacksonException exception) {
        return exception.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> unknownKey(exception))
                .orElse("");
    }

    /** The name of a field of a body whose fields are named by constants, where it is none of those. */
    private static Optional<String> unknownKey(JacksonException exception) {
        return exception instanceof InvalidFormatException wrong
                        && wrong.getPath().isEmpty()
                        && wrong.getValue() instanceof String key
                ? Optional.of(key)
                : Optional.empty();
    }

    private static String topName(String path) {
        return WireNames.of(path.split("[.\\[<]", 2)[0]);
    }
}
