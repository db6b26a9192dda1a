/*
 * The least that answers: one thread, one socket, everything in memory. Checks Message-Authenticator
 * and the password of PAP, and answers Accept with a VLAN, or Reject; both signed (RFC 2865, 2868, 2869).
 * No repeats, no log, no sessions. responder PORT SECRET MEMBERS < "name key vlan" a line, in order of names.
 */
#include <arpa/inet.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct member { char name[16]; char key[40]; char vlan[8]; };

static void md5(uint8_t *out, const void *a, size_t n, const void *b, size_t m) {
  static EVP_MD_CTX *context;
  static EVP_MD *algorithm;
  if (!context) { context = EVP_MD_CTX_new(); algorithm = EVP_MD_fetch(NULL, "MD5", NULL); }
  EVP_DigestInit_ex2(context, algorithm, NULL);
  EVP_DigestUpdate(context, a, n);
  EVP_DigestUpdate(context, b, m);
  EVP_DigestFinal_ex(context, out, NULL);
}

/* HMAC-MD5 by its definition (RFC 2104), with pads made once. */
static uint8_t inner[64], outer[64];
static void sign(uint8_t *out, const uint8_t *text, size_t n) {
  uint8_t first[16];
  md5(first, inner, 64, text, n);
  md5(out, outer, 64, first, 16);
}

static int by_name(const void *name, const void *member) {
  return strcmp(name, ((const struct member *)member)->name);
}

static size_t put(uint8_t *at, int type, const void *value, size_t n) {
  at[0] = (uint8_t)type;
  at[1] = (uint8_t)(n + 2);
  memcpy(at + 2, value, n);
  return n + 2;
}

int main(int words, char **word) {
  if (words != 4) return 2;
  const char *secret = word[2];
  size_t secrets = strlen(secret);
  long count = atol(word[3]);
  struct member *all = calloc((size_t)count, sizeof *all);
  for (long i = 0; i < count; i++)
    if (scanf("%15s %39s %7s", all[i].name, all[i].key, all[i].vlan) != 3) return 3;
  memset(inner, 0x36, 64);
  memset(outer, 0x5c, 64);
  for (size_t i = 0; i < secrets && i < 64; i++) { inner[i] ^= secret[i]; outer[i] ^= secret[i]; }
  int port = socket(AF_INET, SOCK_DGRAM, 0);
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(word[1])),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int buffer = 4 << 20;
  setsockopt(port, SOL_SOCKET, SO_RCVBUF, &buffer, sizeof buffer);
  if (bind(port, (struct sockaddr *)&here, sizeof here)) return 4;
  puts("ready");
  fflush(stdout);
  for (;;) {
    uint8_t in[4096], out[256], mac[16], sent[16], clear[128], pad[16];
    struct sockaddr_in from;
    socklen_t length = sizeof from;
    ssize_t got = recvfrom(port, in, sizeof in, 0, (struct sockaddr *)&from, &length);
    if (got < 20 || (in[2] << 8 | in[3]) != got || in[0] != 1) continue;
    uint8_t *name = NULL, *hidden = NULL, *signature = NULL;
    ssize_t at = 20;
    while (at + 2 <= got && in[at + 1] >= 2 && at + in[at + 1] <= got) {
      if (in[at] == 1) name = in + at;
      if (in[at] == 2) hidden = in + at;
      if (in[at] == 80 && in[at + 1] == 18) signature = in + at + 2;
      at += in[at + 1];
    }
    if (at != got || !name || !hidden || !signature || name[1] > 17 || hidden[1] > 130) continue;
    memcpy(sent, signature, 16);
    memset(signature, 0, 16);
    sign(mac, in, (size_t)got);
    if (memcmp(mac, sent, 16)) continue;
    char who[16] = {0};
    memcpy(who, name + 2, (size_t)name[1] - 2);
    int blocks = (hidden[1] - 2) / 16;
    const uint8_t *before = in + 4;
    for (int block = 0; block < blocks; block++) {
      md5(pad, secret, secrets, before, 16);
      before = hidden + 2 + block * 16;
      for (int i = 0; i < 16; i++) clear[block * 16 + i] = before[i] ^ pad[i];
    }
    struct member *found = bsearch(who, all, (size_t)count, sizeof *all, by_name);
    size_t keys = found ? strlen(found->key) : 0;
    int right = found && blocks * 16 >= (int)keys && !memcmp(found->key, clear, keys)
        && (blocks * 16 == (int)keys || !clear[keys]);
    out[0] = right ? 2 : 3;
    out[1] = in[1];
    memcpy(out + 4, in + 4, 16);
    uint8_t zero[16] = {0};
    size_t size = 20 + put(out + 20, 80, zero, 16);
    if (right) {
      size += put(out + size, 64, "\0\0\0\15", 4);
      size += put(out + size, 65, "\0\0\0\6", 4);
      size += put(out + size, 81, found->vlan, strlen(found->vlan));
    }
    out[2] = (uint8_t)(size >> 8);
    out[3] = (uint8_t)size;
    sign(out + 22, out, size);
    md5(mac, out, size, secret, secrets);
    memcpy(out + 4, mac, 16);
    sendto(port, out, size, 0, (struct sockaddr *)&from, length);
  }
}
