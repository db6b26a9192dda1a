package org.escale.tck.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.caller.RequestKey;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Once;
import org.escale.word.Kept;
import org.escale.word.Word;

/** What was answered to which key, for 7 days. */
final class MemoryAnswers {
  private static final Duration LIFE = Duration.ofDays(7);

  private record Key(String producer, String operation, String key) {}

  private record Answer(String digest, Kept<? extends Word> answer, Instant at) {}

  private final Map<Key, Answer> answers = new HashMap<>();
  private final Clock clock;

  MemoryAnswers(Clock clock) {
    this.clock = clock;
  }

  Optional<CommitOutcome> recall(String producer, RequestKey request) {
    return Optional.ofNullable(answers.get(key(producer, request)))
        .filter(answer -> clock.instant().isBefore(answer.at().plus(LIFE)))
        .map(
            answer ->
                answer.digest().equals(request.digest())
                    ? new CommitOutcome.Replayed(answer.answer())
                    : new CommitOutcome.Refused(Refusal.of(RefusalCode.KEY_REUSED)));
  }

  void keep(Once once, List<Kept<? extends Word>> written) {
    var answer =
        written.stream()
            .filter(kept -> kept.word().getClass().equals(once.kind()))
            .filter(kept -> kept.word().id().value().equals(once.answer().value()))
            .reduce((first, last) -> last)
            .orElseThrow(() -> new IllegalArgumentException("the answer is a word it writes"));
    answers.put(
        key(once.producer(), once.request()),
        new Answer(once.request().digest(), answer, clock.instant()));
  }

  private static Key key(String producer, RequestKey request) {
    return new Key(producer, request.operation(), request.key());
  }
}
