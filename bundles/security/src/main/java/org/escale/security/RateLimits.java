package org.escale.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Pace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One bucket for each account and address, which fills up again by itself. */
@Component(service = Pace.class, configurationPid = "org.escale.security.pace")
@Designate(ocd = RateLimits.Config.class)
public final class RateLimits implements Pace {
  /** The numbers. */
  @ObjectClassDefinition(name = "Escale: how often somebody may ask")
  public @interface Config {
    /** Requests a second of one account. */
    @AttributeDefinition(description = "requests a second of one account; twice that at once")
    int accountPerSecond() default 1000;

    /** Requests a second of one address without an account. */
    @AttributeDefinition(description = "requests a second of one address that is not signed in")
    int addressPerSecond() default 100;

    /** Attempts to sign in, a minute, of one address. */
    @AttributeDefinition(description = "attempts to sign in, a minute, of one address")
    int signInsPerMinute() default 60;
  }

  private static final int KNOWN = 100_000;
  private final Map<Kind, Integer> perMinute;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(KNOWN).expireAfterAccess(Duration.ofMinutes(10)).build();

  /** With those numbers, each from 1 on. */
  @Activate
  public RateLimits(Config config) {
    this(config.accountPerSecond(), config.addressPerSecond(), config.signInsPerMinute());
  }

  RateLimits(int accountPerSecond, int addressPerSecond, int signInsPerMinute) {
    perMinute =
        Map.of(
            Kind.ACCOUNT, checked(accountPerSecond) * 60,
            Kind.ADDRESS, checked(addressPerSecond) * 60,
            Kind.SIGN_IN, checked(signInsPerMinute));
  }

  @Override
  public Optional<Refusal> count(Kind kind, String who) {
    var bucket = buckets.get(kind + ":" + who, key -> bucket(perMinute.get(kind)));
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return Optional.empty();
    }
    long seconds = 1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds();
    return Optional.of(
        Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "retryAfter", String.valueOf(seconds)));
  }

  private static Bucket bucket(int perMinute) {
    long most = Math.max(perMinute / 30, Math.min(perMinute, 30));
    return Bucket.builder()
        .addLimit(l -> l.capacity(most).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  private static int checked(int number) {
    if (number < 1 || number > 1_000_000) {
      throw new IllegalArgumentException("a rate limit is 1 to 1000000");
    }
    return number;
  }
}
