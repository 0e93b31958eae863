package org.palabre.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads JSON bodies up to 1 MiB when they are asked for, and keeps them for the fingerprint of an idempotency key. */
class JsonBodyFilter extends OncePerRequestFilter {

    private static final int LIMIT = 1 << 20;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var multipart = StringUtils.startsWithIgnoreCase(request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE);
        chain.doFilter(multipart ? request : new Body(request), response);
    }

    /** The request with its body in memory once read. */
    static class Body extends HttpServletRequestWrapper {

        private byte @Nullable [] bytes;

        Body(HttpServletRequest request) {
            super(request);
        }

        byte[] bytes() throws IOException {
            if (bytes == null) {
                var read = getRequest().getInputStream().readNBytes(LIMIT + 1);
                if (read.length > LIMIT) {
                    throw new BodyTooLarge();
                }
                bytes = read;
            }
            return bytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new InMemory(bytes());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static class InMemory extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        InMemory(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("This body is read without waiting");
        }
    }
}
