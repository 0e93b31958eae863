package org.palabre.move;

import io.axoniq.axonserver.grpc.event.Event;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** How many events there were, and one SHA-256 over the hashes of them all in their order. */
final class Tally {

    private final MessageDigest all = sha256();
    private long count;

    /** Counts the event in, and gives its hash. */
    byte[] add(Event event) {
        var hash = hash(event);
        all.update(hash);
        count++;
        return hash;
    }

    long count() {
        return count;
    }

    /** The digest over all, which may be asked for once. */
    String digest() {
        return hex(all.digest());
    }

    /** SHA-256 over everything that is kept of an event. */
    static byte[] hash(Event event) {
        var digest = sha256();
        try (var parts = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            text(parts, event.getMessageIdentifier());
            text(parts, event.getAggregateIdentifier());
            parts.writeLong(event.getAggregateSequenceNumber());
            text(parts, event.getAggregateType());
            parts.writeLong(event.getTimestamp());
            text(parts, event.getPayload().getType());
            text(parts, event.getPayload().getRevision());
            bytes(parts, event.getPayload().getData().toByteArray());
            parts.writeBoolean(event.getSnapshot());
            parts.writeInt(event.getMetaDataCount());
            // a map has no order of its own
            for (var entry : new TreeMap<>(event.getMetaDataMap()).entrySet()) {
                text(parts, entry.getKey());
                bytes(parts, entry.getValue().toByteArray());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static void text(DataOutputStream parts, String text) throws IOException {
        bytes(parts, text.getBytes(StandardCharsets.UTF_8));
    }

    /** With the length, so that no two lists of parts are written alike. */
    private static void bytes(DataOutputStream parts, byte[] bytes) throws IOException {
        parts.writeInt(bytes.length);
        parts.write(bytes);
    }
}
