package dev.helpdesk.notification.mail;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/** The mail that greets who has an account now. */
@RegisterForReflection
public record WelcomeMail(String name, String username) implements MailContent {

  Mail mail(Wording wording, Links links, Map<String, String> headers) {
    String subject = wording.say("Welcome to Helpdesk", "Willkommen bei Helpdesk");
    Letter letter =
        new Letter(
            wording.language(),
            subject,
            subject + ", " + name,
            List.of(
                new Letter.Item(
                    wording.say(
                            "Your account is ready. Your user name is ",
                            "Ihr Konto ist bereit. Ihr Benutzername ist ")
                        + username
                        + ".",
                    null)),
            wording.say("Open Helpdesk", "Helpdesk öffnen"),
            links.home(),
            wording.say(
                "You get this mail because an account was opened with your address.",
                "Sie erhalten diese Mail, weil mit Ihrer Adresse ein Konto eröffnet wurde."),
            null,
            null);
    return LetterMail.of(letter, headers);
  }
}
