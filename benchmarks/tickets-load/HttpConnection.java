import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One kept-alive connection that does as little as HTTP allows. */
final class HttpConnection implements AutoCloseable {
  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Socket socket;
  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int end;

  HttpConnection(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
  }

  /** Sends a request and reads its answer whole; answers the status. */
  int exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    end = 0;
    int body = -1;
    for (int searched = 0; body < 0; searched = Math.max(0, end - 3)) {
      fill();
      body = endOfHead(searched);
    }
    int length = contentLength(body);
    while (length < 0 ? !endsWithLastChunk() : end < body + length) {
      fill();
    }
    return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
  }

  /** The answer that was read last. */
  String answer() {
    return new String(buffer, 0, end, StandardCharsets.UTF_8);
  }

  /** Sends a request whose answer comes in chunks and keeps none of it; answers its size. */
  long download(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    long size = 0;
    for (end = 0; !endsWithLastChunk(); ) {
      int kept = Math.min(end, LAST_CHUNK.length);
      System.arraycopy(buffer, end - kept, buffer, 0, kept);
      end = kept;
      fill();
      size += end - kept;
    }
    return size;
  }

  private boolean endsWithLastChunk() {
    int begin = end - LAST_CHUNK.length;
    return begin >= 0 && Arrays.equals(buffer, begin, end, LAST_CHUNK, 0, LAST_CHUNK.length);
  }

  private void fill() throws IOException {
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, end * 2);
    }
    int n = in.read(buffer, end, buffer.length - end);
    if (n < 0) {
      throw new EOFException("The service hung up after " + end + " bytes");
    }
    end += n;
  }

  private int endOfHead(int from) {
    for (int i = from; i + 3 < end; i++) {
      if (buffer[i] == '\r' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
        return i + 4;
      }
    }
    return -1;
  }

  /** What the head says of the body's length; below zero where it comes in chunks. */
  private int contentLength(int head) {
    for (int i = 0; i + LENGTH.length < head; i++) {
      if (buffer[i] == '\n' && isLength(i + 1)) {
        int length = 0;
        for (int j = i + 1 + LENGTH.length; buffer[j] != '\r'; j++) {
          length = length * 10 + buffer[j] - '0';
        }
        return length;
      }
    }
    return -1;
  }

  private boolean isLength(int at) {
    for (int i = 0; i < LENGTH.length; i++) {
      int c = buffer[at + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != LENGTH[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
