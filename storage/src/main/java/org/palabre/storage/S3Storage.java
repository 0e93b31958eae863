package org.palabre.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Files in a bucket, by S3 as all who speak it understand it: addresses by path, no checksums that only one maker knows. */
class S3Storage implements Storage, AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration WITHOUT_A_WORD = Duration.ofSeconds(20);
    private static final Duration FOR_ALL = Duration.ofSeconds(60);

    private final S3Client s3;
    private final String bucket;

    S3Storage(URI endpoint, S3Settings settings) {
        bucket = settings.bucket();
        s3 = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(
                        ApacheHttpClient.builder().connectionTimeout(TO_CONNECT).socketTimeout(WITHOUT_A_WORD))
                .overrideConfiguration(calls -> calls.apiCallTimeout(FOR_ALL))
                .build();
    }

    @Override
    public void store(FileKey key, String mediaType, Resource content) {
        answered(() -> s3.putObject(
                request -> request.bucket(bucket).key(key.value()).contentType(mediaType),
                RequestBody.fromContentProvider(() -> stream(content), length(content), mediaType)));
    }

    @Override
    public Optional<StoredFile> find(FileKey key) {
        return answered(() -> {
            try {
                return Optional.of(new InBucket(
                        key, s3.headObject(request -> request.bucket(bucket).key(key.value()))));
            } catch (NoSuchKeyException _) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void delete(FileKey key) {
        answered(() -> s3.deleteObject(request -> request.bucket(bucket).key(key.value())));
    }

    @Override
    public void deleteBelow(FileKey key) {
        answered(() ->
                        s3
                                .listObjectsV2Paginator(
                                        request -> request.bucket(bucket).prefix(key.value() + "/"))
                                .contents()
                                .stream()
                                .toList())
                .forEach(object -> delete(new FileKey(object.key())));
    }

    @Override
    public void close() {
        s3.close();
    }

    private static InputStream stream(Resource content) {
        try {
            return content.getInputStream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long length(Resource content) {
        try {
            return content.contentLength();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <A> A answered(Supplier<A> call) {
        try {
            return call.get();
        } catch (SdkException | UncheckedIOException failure) {
            throw new StorageUnavailable(failure);
        }
    }

    private class InBucket implements StoredFile {

        private final FileKey key;
        private final HeadObjectResponse head;

        InBucket(FileKey key, HeadObjectResponse head) {
            this.key = key;
            this.head = head;
        }

        @Override
        public String mediaType() {
            return head.contentType();
        }

        @Override
        public long size() {
            return head.contentLength();
        }

        @Override
        public InputStream open(long first, long length) {
            if (length == 0) {
                return InputStream.nullInputStream();
            }
            // both ends count (RFC 9110, 14.1.2)
            var range = "bytes=%d-%d".formatted(first, first + length - 1);
            return answered(() -> s3.getObject(
                    request -> request.bucket(bucket).key(key.value()).range(range)));
        }
    }
}
