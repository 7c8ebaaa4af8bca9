package dev.helpdesk.kit.sample;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

record CreateThing(
    @NotBlank @Size(max = 40) String name,
    @Min(0) @Max(9) @Nullable Integer rank,
    @Nullable LocalDate due,
    @Size(max = 2) @Nullable List<@Size(max = 3) String> tags) {}
