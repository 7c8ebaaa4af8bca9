package dev.helpdesk.kit.page;

/**
 * An order of a list: an SQL expression that is never null, its type, and the direction. The list's
 * unique column comes after it in the same direction, so that the order is total.
 */
public record Sort(String expression, String type, boolean descending) {}
