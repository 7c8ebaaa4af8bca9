package dev.helpdesk.local.infra;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Mail on disk: one file each, named by arrival and id; its first line is the envelope's
 * recipients, the rest is the mail as received.
 */
final class MailFolder {

  private static final Logger LOG = Logger.getLogger(MailFolder.class.getName());

  private final Path folder;

  MailFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  void save(ReceivedMail mail, Set<String> recipients) throws IOException {
    var content = new ByteArrayOutputStream();
    content.writeBytes((String.join(",", recipients) + "\n").getBytes(StandardCharsets.UTF_8));
    content.writeBytes(mail.raw());
    Path unfinished = folder.resolve(mail.id() + ".part");
    Files.write(unfinished, content.toByteArray());
    Files.move(unfinished, fileOf(mail));
  }

  void remove(ReceivedMail mail) throws IOException {
    Files.deleteIfExists(fileOf(mail));
  }

  /** In the order of arrival; what cannot be read is named in the log and left out. */
  List<ReceivedMail> loadAll() throws IOException {
    var mails = new ArrayList<ReceivedMail>();
    try (var files = Files.newDirectoryStream(folder, "*.eml")) {
      var sorted = new ArrayList<Path>();
      files.forEach(sorted::add);
      sorted.sort(null);
      for (Path file : sorted) {
        try {
          mails.add(load(file));
        } catch (IOException | RuntimeException e) {
          LOG.log(Level.WARNING, "unreadable mail " + file, e);
        }
      }
    }
    return mails;
  }

  private static ReceivedMail load(Path file) throws IOException {
    String[] name = file.getFileName().toString().replace(".eml", "").split("_", 2);
    byte[] content = Files.readAllBytes(file);
    int line = 0;
    while (content[line] != '\n') {
      line++;
    }
    var recipients = Set.of(new String(content, 0, line, StandardCharsets.UTF_8).split(","));
    byte[] raw = Arrays.copyOfRange(content, line + 1, content.length);
    return MailParser.parse(
        name[1], Instant.ofEpochMilli(Long.parseLong(name[0])), recipients, raw);
  }

  private Path fileOf(ReceivedMail mail) {
    return folder.resolve("%015d_%s.eml".formatted(mail.received().toEpochMilli(), mail.id()));
  }
}
