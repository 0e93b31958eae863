package org.palabre.storage;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.util.FileSystemUtils;

/**
 * Files in a directory, which several processes may share. A file system knows no media types: each is in a file beside
 * its own, {@code <key>.type}, which is there before it and goes after it.
 */
class DiskStorage implements Storage {

    private final Path root;

    DiskStorage(Path root) {
        this.root = root.toAbsolutePath();
    }

    @Override
    public void store(FileKey key, String mediaType, Resource content) {
        var file = file(key);
        try (var stream = content.getInputStream()) {
            Files.createDirectories(directory(file));
            write(typeOf(file), new ByteArrayInputStream(mediaType.getBytes(StandardCharsets.UTF_8)));
            write(file, stream);
            keepNames(file);
        } catch (IOException failure) {
            throw new StorageUnavailable(failure);
        }
    }

    @Override
    public Optional<StoredFile> find(FileKey key) {
        var file = file(key);
        try {
            return Optional.of(new OnDisk(Files.readString(typeOf(file)), Files.size(file), file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new StorageUnavailable(failure);
        }
    }

    @Override
    public void delete(FileKey key) {
        var file = file(key);
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(typeOf(file));
        } catch (IOException failure) {
            throw new StorageUnavailable(failure);
        }
    }

    @Override
    public void deleteBelow(FileKey key) {
        try {
            FileSystemUtils.deleteRecursively(file(key));
        } catch (IOException failure) {
            throw new StorageUnavailable(failure);
        }
    }

    private Path file(FileKey key) {
        return root.resolve(key.value());
    }

    private static Path typeOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".type");
    }

    private static Path directory(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file has a directory");
    }

    /** A draft is beside its file, so that whatever deletes all of an owner's files takes one that a crash has left. */
    private static void write(Path file, InputStream content) throws IOException {
        var draft = Files.createTempFile(directory(file), "", ".draft");
        try {
            try (var channel = FileChannel.open(draft, WRITE)) {
                content.transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(draft, file, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A name outlives a power cut once the directory is on the disk that has it, and so on upwards. */
    private void keepNames(Path file) throws IOException {
        for (var each = directory(file); each.startsWith(directory(root)); each = directory(each)) {
            try (var channel = FileChannel.open(each, READ)) {
                channel.force(true);
            }
        }
    }

    private record OnDisk(String mediaType, long size, Path file) implements StoredFile {

        @Override
        public InputStream open(long first, long length) {
            try {
                var channel = FileChannel.open(file, READ);
                return new Part(Channels.newInputStream(channel.position(first)), length);
            } catch (IOException failure) {
                throw new StorageUnavailable(failure);
            }
        }
    }
}
