package dev.helpdesk.contracts.ticket;

import org.jspecify.annotations.Nullable;

/** A field and what it was and is, as the API writes it: text, number, list of texts, or null. */
public record FieldChange(String field, @Nullable Object from, @Nullable Object to) {}
