package org.palabre.storage;

import java.net.URI;
import java.util.logging.LogManager;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** A server in this JVM that speaks S3, with one empty bucket. */
final class S3Server implements AutoCloseable {

    private static final String BUCKET = "files";
    private static final String ACCESS_KEY = "tests";
    private static final String SECRET_KEY = "a secret of the tests";

    private final BlobStoreContext blobs =
            ContextBuilder.newBuilder("transient").build(BlobStoreContext.class);
    private final S3Proxy server;

    S3Server() {
        // it would tell of everything that breaks off in a test
        LogManager.getLogManager().reset();
        blobs.getBlobStore().createContainerInLocation(null, BUCKET);
        server = S3Proxy.builder()
                .blobStore(blobs.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    Storage storage() {
        return new S3Storage(
                URI.create("http://127.0.0.1:" + server.getPort()),
                new S3Settings(null, BUCKET, "us-east-1", ACCESS_KEY, SECRET_KEY));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        blobs.close();
    }
}
