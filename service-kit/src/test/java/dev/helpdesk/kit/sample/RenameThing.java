package dev.helpdesk.kit.sample;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

record RenameThing(@NotBlank String name, @Nullable Integer version) {}
