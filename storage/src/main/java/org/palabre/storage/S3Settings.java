package org.palabre.storage;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where S3 is spoken, if files are kept there.
 *
 * @param endpoint its address, without the bucket
 * @param bucket is there already, and nobody else's
 * @param region what the server calls it; most of those that one runs oneself do not care
 */
@ConfigurationProperties("palabre.storage.s3")
record S3Settings(
        @Nullable URI endpoint,
        @DefaultValue("palabre") String bucket,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey) {

    /** Shows the place only, so that no log holds the secret. */
    @Override
    public String toString() {
        return "S3Settings[" + endpoint + ", " + bucket + "]";
    }
}
