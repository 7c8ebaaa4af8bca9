package dev.helpdesk.notification.mail;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Our client for SMTP, beside the one that Quarkus makes. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Impatient {}
