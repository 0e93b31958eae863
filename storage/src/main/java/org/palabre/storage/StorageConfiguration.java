package org.palabre.storage;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Settings.class)
class StorageConfiguration {

    /** In a bucket if one is configured, otherwise on the disk. */
    @Bean
    Storage storage(S3Settings s3, @Value("${palabre.files}") Path directory) {
        return s3.endpoint() == null ? new DiskStorage(directory) : new S3Storage(s3.endpoint(), s3);
    }
}
