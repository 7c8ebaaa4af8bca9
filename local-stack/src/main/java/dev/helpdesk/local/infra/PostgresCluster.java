package dev.helpdesk.local.infra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A data folder of PostgreSQL and the programs that work on it. */
final class PostgresCluster {

  private static final String SUPERUSER_SECRET = "superuser.secret";

  private final Path bin;
  private final Path data;
  private final Path log;

  PostgresCluster(Path data, Path log) throws IOException {
    this.data = data.toAbsolutePath();
    this.bin = PostgresBinaries.folder(this.data.resolveSibling("programs")).resolve("bin");
    this.log = log;
  }

  Path data() {
    return data;
  }

  /** The superuser's password lives inside the data that it opens, so the two are never apart. */
  String superuserPassword() throws IOException {
    return Files.readString(data.resolve(SUPERUSER_SECRET)).strip();
  }

  // Beside its place and then renamed: a data folder is either whole or not there.
  void initialiseOnce() throws IOException {
    if (Files.exists(data.resolve(SUPERUSER_SECRET))) {
      return;
    }
    Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
    Folders.delete(unfinished);
    Files.createDirectories(data.getParent());
    Path secret = secretFile();
    try {
      initialise(unfinished, secret);
      Files.move(secret, unfinished.resolve(SUPERUSER_SECRET));
      Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(secret);
      Folders.delete(unfinished);
    }
  }

  private void initialise(Path folder, Path secret) throws IOException {
    var command = program("initdb", "-D", folder.toString(), "-U", "postgres", "-E", "UTF8");
    command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + secret, "--no-instructions"));
    // The built-in locale sorts and folds alike on every operating system.
    command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    if (join(launch(command)) != 0) {
      throw new IOException("initdb failed: " + lastWords());
    }
  }

  String lastWords() throws IOException {
    var said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
    return said.substring(said.lastIndexOf('\n') + 1) + " (all of it is in " + log + ")";
  }

  private Path secretFile() throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path file = Files.createTempFile(data.getParent(), "postgres", ".secret", ownerOnly);
    return Files.writeString(file, RandomSecret.next());
  }

  Process serve(int port) throws IOException {
    var command = program("postgres", "-D", data.toString(), "-p", Integer.toString(port));
    for (String setting : SETTINGS) {
      command.add("-c");
      command.add(setting);
    }
    return launch(command);
  }

  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "shared_preload_libraries=pg_stat_statements",
          "max_connections=200",
          "listen_addresses=localhost",
          "unix_socket_directories=",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_checkpoints=off");

  private Process launch(List<String> command) throws IOException {
    var redirect = ProcessBuilder.Redirect.appendTo(log.toFile());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(redirect)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .start();
  }

  // PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody.
  private List<String> program(String name, String... arguments) {
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(bin.resolve(name).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static int join(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
