package org.escale.rest.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.escale.caller.Job;
import org.escale.refusal.Refusal;
import org.escale.refusal.Texts;
import org.escale.rest.call.Json;
import org.escale.service.Jobs;

/**
 * Long work as it is now.
 *
 * @param percent 0 to 100
 * @param remaining how long it will still take by what it took so far
 * @param step what is being done now, where the work says so
 * @param result what came of it: what the request itself would have answered
 * @param errors rows that were not done, and why
 * @param refusal why it failed as a whole
 */
public record JobView(
    String id,
    String kind,
    Job.State state,
    int percent,
    Optional<Duration> remaining,
    Optional<String> step,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<JsonNode> result,
    List<RowErrorView> errors,
    Optional<JobRefusalView> refusal) {
  /** A row that was not done; its line in what was sent, from 1. */
  public record RowErrorView(int row, String code, String text, Map<String, String> details) {
    static RowErrorView of(Job.Row row, Locale language) {
      var no = row.refusal();
      return new RowErrorView(row.row(), no.code().name(), Texts.of(no, language), no.details());
    }
  }

  /** Why, with the sentence for a person. */
  public record JobRefusalView(String code, String text, Map<String, String> details) {
    static JobRefusalView of(Refusal no, Locale language) {
      return new JobRefusalView(no.code().name(), Texts.of(no, language), no.details());
    }
  }

  /** As it is now. */
  static JobView of(Jobs.Seen seen, Locale language) {
    var job = seen.job();
    return new JobView(
        job.id().value(),
        job.kind(),
        job.state(),
        seen.percent(),
        seen.remaining(),
        seen.step(),
        job.startedAt(),
        job.endedAt(),
        Optional.of(job.result()).filter(text -> !text.isEmpty()).map(JobView::json),
        job.refused().stream().map(row -> RowErrorView.of(row, language)).toList(),
        job.refusal().map(no -> JobRefusalView.of(no, language)));
  }

  /** As it is in a list, without how far it is. */
  static JobView of(Job job, Locale language) {
    int percent = job.state() == Job.State.DONE ? 100 : 0;
    return of(new Jobs.Seen(job, percent, Optional.empty()), language);
  }

  private static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result is JSON", e);
    }
  }
}
