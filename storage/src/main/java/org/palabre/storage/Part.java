package org.palabre.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends after so many bytes, whatever comes after them. */
class Part extends FilterInputStream {

    private long left;

    Part(InputStream all, long length) {
        super(all);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        return left == 0 ? -1 : counted(in.read(), 1);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        var read = in.read(target, offset, (int) Math.min(length, left));
        return counted(read, read);
    }

    @Override
    public long skip(long wanted) throws IOException {
        var skipped = in.skip(Math.min(wanted, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int counted(int result, int bytes) {
        left -= Math.max(result < 0 ? 0 : bytes, 0);
        return result;
    }
}
