package dev.helpdesk.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one stack that runs on a folder; the operating system lets go when it dies. */
final class StackLock {

  private final FileChannel channel;

  private StackLock(FileChannel channel) {
    this.channel = channel;
  }

  static Optional<StackLock> tryTake(Settings settings) throws IOException {
    var channel =
        FileChannel.open(
            RunFile.folder(settings).resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new StackLock(channel));
  }

  void release() throws IOException {
    channel.close();
  }
}
