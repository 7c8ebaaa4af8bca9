package dev.helpdesk.local.infra;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs of this machine's kind, unpacked once per user and version. */
final class PostgresBinaries {

  private static final int OWNER_EXECUTE = 0100;

  private PostgresBinaries() {}

  /**
   * The folder that holds {@code bin}, {@code lib} and {@code share}.
   *
   * @param otherwise where to unpack for a user without a home of their own, as in many containers
   */
  static Path folder(Path otherwise) throws IOException {
    byte[] archive = archive();
    Path folder = cache(otherwise).resolve("postgres-" + digest(archive));
    if (Files.notExists(folder)) {
      unpackBeside(folder, archive);
    }
    return folder;
  }

  private static byte[] archive() throws IOException {
    String os = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    try (InputStream in =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(os, System.getProperty("os.arch"))) {
      return in.readAllBytes();
    }
  }

  private static Path cache(Path otherwise) throws IOException {
    for (Path home : homes()) {
      try {
        return Files.createDirectories(home.resolve("helpdesk"));
      } catch (IOException notOurs) {
        // The next one may be.
      }
    }
    return Files.createDirectories(otherwise);
  }

  private static List<Path> homes() {
    var homes = new ArrayList<Path>();
    var cache = System.getenv("XDG_CACHE_HOME");
    if (cache != null && !cache.isBlank()) {
      homes.add(Path.of(cache));
    }
    var home = System.getenv("HOME");
    if (home != null && !home.isBlank()) {
      homes.add(Path.of(home, ".cache"));
    }
    homes.add(Path.of(System.getProperty("user.home"), ".cache"));
    return homes;
  }

  // Two processes may unpack at once: each into a folder of its own, and the first rename wins.
  private static void unpackBeside(Path folder, byte[] archive) throws IOException {
    Path unfinished = Files.createTempDirectory(folder.getParent(), "unpacking-");
    try {
      unpack(archive, unfinished);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException alreadyUnpacked) {
      Folders.delete(unfinished);
    }
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    try (var in = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(in, path);
          if ((entry.getMode() & OWNER_EXECUTE) != 0 && !path.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + path);
          }
        }
      }
    }
  }

  private static String digest(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
