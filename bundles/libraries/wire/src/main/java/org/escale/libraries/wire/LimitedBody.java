package org.escale.libraries.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes an answer up to a limit, and hangs up beyond it. */
final class LimitedBody implements BodySubscriber<String> {
  /** More than the limit. */
  static final class FloodException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final int limit;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final CompletableFuture<String> body = new CompletableFuture<>();
  private volatile Subscription subscription;

  LimitedBody(int limit) {
    this.limit = limit;
  }

  @Override
  public CompletionStage<String> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> portion) {
    for (var buffer : portion) {
      if (taken.size() + buffer.remaining() > limit) {
        subscription.cancel();
        body.completeExceptionally(new FloodException());
        return;
      }
      var bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      taken.writeBytes(bytes);
    }
  }

  @Override
  public void onError(Throwable cut) {
    body.completeExceptionally(cut);
  }

  @Override
  public void onComplete() {
    body.complete(taken.toString(StandardCharsets.UTF_8));
  }
}
