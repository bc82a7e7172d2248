// Unpacks the program and starts it. Whatever goes wrong is said in Vietnamese, with what to do: never a blank page.
(function () {
  "use strict";
  var KEPT = "Dữ liệu đã lưu vẫn còn.";
  // The hash of the program, unpacked.
  var SUM = document.currentScript.getAttribute("data-program");
  var failed = false;

  function paragraph(kind, text, name) {
    var element = document.createElement(kind);
    element.textContent = text;
    if (name) element.className = name;
    return element;
  }

  // Lays the message over the page: what the program drew stays below, but can no longer be trusted.
  function fail(what, remedy, error) {
    if (failed) return;
    failed = true;
    var box = document.createElement("main");
    box.className = "boot boot-over";
    box.setAttribute("role", "alert");
    box.appendChild(paragraph("h1", what));
    box.appendChild(paragraph("p", remedy));
    var again = paragraph("button", "Tải lại trang", "boot-again");
    again.addEventListener("click", function () { location.reload(); });
    box.appendChild(again);
    if (error) box.appendChild(paragraph("p", String(error), "boot-detail"));
    document.body.appendChild(box);
    document.documentElement.setAttribute("data-failed", "");
    again.focus();
    if (error && window.console) console.error(error);
  }

  function stopped(error) {
    // The program has said so itself, and offers what it holds in memory: nothing may lie over that.
    if (document.getElementById("da-dung")) {
      document.documentElement.setAttribute("data-failed", "");
      return;
    }
    fail("Trang gặp lỗi và đã dừng",
      KEPT + " Việc vừa làm dở có thể phải ghi lại. Tải lại trang để làm tiếp; nếu lỗi lặp lại, gửi dòng chữ nhỏ dưới đây cho người hỗ trợ.",
      error);
  }

  function cannotStart(error) {
    fail("Trang chưa mở được",
      KEPT + " Tải lại trang. Nếu vẫn vậy, tệp cchc.html có thể bị thiếu khi chép: chép lại tệp, hoặc mở bằng trình duyệt khác.",
      error);
  }

  // A trap of the program reaches the window as a RuntimeError: from there on its state is not to be trusted.
  function watch(error) {
    if (window.WebAssembly && error instanceof WebAssembly.RuntimeError) stopped(error);
  }
  window.addEventListener("error", function (event) { watch(event.error); });
  window.addEventListener("unhandledrejection", function (event) { watch(event.reason); });

  // Takes an element out of the page; its text holds bytes as xtask/src/build/carrier.rs writes them.
  function bytesOf(id) {
    var element = document.getElementById(id);
    var text = element.textContent;
    element.remove();
    var signs = new Uint16Array(text.length), end = 0, told = 0, left = 0;
    for (var at = 1; at < text.length; at++) {
      var sign = text.charCodeAt(at);
      if (sign === 61) {
        sign = text.charCodeAt(++at) ^ 16384;
      } else if ((sign & 63488) === 22528) {
        if (!left) { told = text.charCodeAt(++at); left = 14; }
        sign |= (told >> --left & 1) << 15;
      }
      signs[end++] = sign;
    }
    return new Uint8Array(signs.buffer, 0, Math.max(0, 2 * end - text.charAt(0)));
  }

  // What the browser can unpack by itself.
  function unzipped(id) {
    return new Blob([bytesOf(id)]).stream().pipeThrough(new DecompressionStream("gzip"));
  }

  // Puts the unpacked text into the page; the policy knows styles and glue by their hashes.
  function place(id) {
    return new Response(unzipped(id)).text().then(function (text) {
      if (id === "icons") return document.body.insertAdjacentHTML("afterbegin", text);
      var element = document.createElement(id === "style" ? "style" : "script");
      element.textContent = text;
      document.head.appendChild(element);
    });
  }

  function wasm(stream) {
    return new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  }

  function answer(request) {
    return new Promise(function (resolve, reject) {
      request.onsuccess = function () { resolve(request.result); };
      request.onerror = request.onblocked = function () { reject(request.error); };
    });
  }

  // Does one thing with the database in which the program is kept, and nothing else.
  function shelf(mode, work) {
    return Promise.resolve().then(function () {
      var request = indexedDB.open("cchc-program", 1);
      request.onupgradeneeded = function () { request.result.createObjectStore("unpacked"); };
      return answer(request);
    }).then(function (database) {
      var done = work(database.transaction("unpacked", mode).objectStore("unpacked"));
      database.close();
      return done;
    });
  }

  // The program as it was unpacked another time. Another file can write there, too: what counts is the hash.
  function recalled() {
    return shelf("readonly", function (unpacked) { return answer(unpacked.get(SUM)); }).then(function (bytes) {
      return Promise.all([WebAssembly.compile(bytes), crypto.subtle.digest("SHA-256", bytes)]);
    }).then(function (made) {
      return btoa(String.fromCharCode.apply(null, new Uint8Array(made[1]))) === SUM ? made[0] : null;
    }).catch(function () { return null; });
  }

  // Keeps the program unpacked, and no older one. Where that cannot be, it is unpacked again.
  function keep(pieces) {
    new Blob(pieces).arrayBuffer().then(function (bytes) {
      return shelf("readwrite", function (unpacked) {
        unpacked.clear();
        return answer(unpacked.put(bytes, SUM));
      });
    }).catch(function () {});
  }

  // The program itself, or what unpacks it (cchc-unpack).
  function program() {
    var patience = new Promise(function (resolve) { setTimeout(resolve, 5000); });
    return Promise.race([recalled(), patience]).then(function (module) {
      return module || WebAssembly.instantiateStreaming(wasm(unzipped("unpacker")));
    });
  }

  // Made ready while the browser still reads what is behind this script.
  function prepare() {
    return Promise.all([program(), place("icons"), place("style"), place("glue")]).then(function (all) { return all[0]; });
  }

  // The program, unpacked piece by piece: the browser compiles one while the next is unpacked.
  function unpacked(packed, unpacker, pieces) {
    function memory(at, length) { return new Uint8Array(unpacker.memory.buffer, at, length); }
    // Room may move the memory: it is made first.
    var room = unpacker.room(packed.length);
    memory(room, packed.length).set(packed);
    return new ReadableStream({
      pull: function (controller) {
        var length = unpacker.next();
        if (length < 0) throw new Error("cchc-unpack: damaged");
        var piece = memory(unpacker.piece(), length).slice();
        pieces.push(piece);
        if (length) controller.enqueue(piece);
        else controller.close();
      }
    });
  }

  var able = window.WebAssembly && window.DecompressionStream && window.Response;
  var ready = able && Promise.resolve().then(prepare);

  // After the whole page is there: a page cut in half must say so instead of waiting for the rest.
  document.addEventListener("DOMContentLoaded", function () {
    if (!able) {
      fail("Trình duyệt này quá cũ",
        "Trang cần Chrome, Edge, Cốc Cốc từ bản 109, Firefox từ bản 115 hoặc Safari từ bản 16.4. " +
        "Mở lại tệp cchc.html bằng một trong các trình duyệt đó. " + KEPT);
      return;
    }
    ready.then(function (made) {
      if (made instanceof WebAssembly.Module) return wasm_bindgen({ module_or_path: made });
      var pieces = [], program = wasm(unpacked(bytesOf("wasm"), made.instance.exports, pieces));
      return wasm_bindgen({ module_or_path: program }).then(function () {
        setTimeout(keep, 1000, pieces);
      });
    }).catch(cannotStart);
  });
})();
