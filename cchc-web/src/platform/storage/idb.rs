//! IndexedDB: the durable place.
//!
//! Thin over `web-sys`, because what counts here is the order of events: a commit returns after the transaction's
//! "complete" event, and the transaction asks for strict durability (which the crates around IndexedDB leave out).

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use super::{Backend, Batch, CommitError, StorageError};

const DATABASE: &str = "cchc";
const STORE: &str = "kv";
/// A database that another process holds may never answer.
const PATIENCE_MS: u32 = 4_000;

/// Strings in one object store of IndexedDB.
#[derive(Debug)]
pub struct IdbBackend {
    name: String,
    database: RefCell<Option<IdbDatabase>>,
}

impl IdbBackend {
    /// Opens the app's database.
    pub async fn open() -> Result<Self, StorageError> {
        Self::open_named(DATABASE).await
    }

    /// Opens a database by name: tests use their own.
    pub async fn open_named(name: &str) -> Result<Self, StorageError> {
        let database = open(name).await?;
        Ok(Self { name: name.to_owned(), database: RefCell::new(Some(database)) })
    }

    async fn transaction(&self, mode: IdbTransactionMode) -> Result<IdbTransaction, StorageError> {
        let database = self.database.borrow().clone();
        if let Some(transaction) = database.and_then(|database| begin(&database, mode).ok()) {
            return Ok(transaction);
        }
        // The browser closed the connection (data cleared, an update elsewhere): open it once more.
        let database = open(&self.name).await?;
        let transaction = begin(&database, mode).map_err(|e| failed(&e));
        *self.database.borrow_mut() = Some(database);
        transaction
    }
}

impl Backend for IdbBackend {
    async fn get(&self, keys: &[String]) -> Result<Vec<Option<String>>, StorageError> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let store = store(&self.transaction(IdbTransactionMode::Readonly).await?)?;
        let mut waits = Vec::with_capacity(keys.len());
        for key in keys {
            waits.push(answer(&store.get(&key.into()).map_err(|e| failed(&e))?));
        }
        let mut values = Vec::with_capacity(keys.len());
        for wait in waits {
            values.push(wait.await?.as_string());
        }
        Ok(values)
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let store = store(&self.transaction(IdbTransactionMode::Readonly).await?)?;
        let range = IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{10ffff}").into())
            .map_err(|e| failed(&e))?;
        let request = store.get_all_keys_with_key(&range).map_err(|e| failed(&e))?;
        let keys: Array = answer(&request).await?.into();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        let transaction = self.transaction(IdbTransactionMode::Readwrite).await?;
        let complete = completion(&transaction);
        let store = store(&transaction)?;
        if let Some((key, expected)) = &batch.guard {
            let found = answer(&store.get(&key.into()).map_err(|e| failed(&e))?).await?.as_string();
            if found != *expected {
                let _ = transaction.abort();
                let _ = JsFuture::from(complete).await;
                return Err(CommitError::Changed);
            }
        }
        let mut refused = None;
        for (key, value) in &batch.puts {
            refused = refused.or(store.put_with_key(&value.into(), &key.into()).err());
        }
        for key in &batch.deletes {
            refused = refused.or(store.delete(&key.into()).err());
        }
        if refused.is_some() {
            let _ = transaction.abort();
        }
        let done = JsFuture::from(complete).await;
        match (refused, done) {
            (None, Ok(_)) => Ok(()),
            (Some(error), _) => Err(failed(&error).into()),
            // The event says little; the transaction knows why (the quota, most often).
            (None, Err(event)) => Err(match transaction.error() {
                Some(error) => failed(&error).into(),
                None => failed(&event).into(),
            }),
        }
    }
}

async fn open(name: &str) -> Result<IdbDatabase, StorageError> {
    let unavailable = |error: &JsValue| StorageError::Unavailable(words(error));
    let factory = gloo_utils::window().indexed_db().map_err(|e| unavailable(&e))?;
    let factory = factory.ok_or_else(|| StorageError::Unavailable("indexedDB".into()))?;
    let request = factory.open_with_u32(name, 1).map_err(|e| unavailable(&e))?;
    let upgrade = wasm_bindgen::closure::Closure::once_into_js(move |event: web_sys::Event| {
        let request = event.target().and_then(|target| target.dyn_into::<IdbOpenDbRequest>().ok());
        if let Some(database) =
            request.and_then(|r| r.result().ok()).and_then(|db| db.dyn_into::<IdbDatabase>().ok())
        {
            // A store that is already there is what is wanted.
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let opened = promise(&request);
    let late = Promise::new(&mut |_, reject| {
        let late = move || drop(reject.call1(&JsValue::NULL, &"timeout".into()));
        gloo_timers::callback::Timeout::new(PATIENCE_MS, late).forget();
    });
    let result = JsFuture::from(Promise::race(&Array::of2(&opened, &late))).await;
    if let Err(event) = result {
        let error = request.error().ok().flatten().map(JsValue::from);
        return Err(unavailable(&error.unwrap_or(event)));
    }
    let database: IdbDatabase = request.result().map_err(|e| unavailable(&e))?.unchecked_into();
    // A later version in another tab must not wait for this one; the next use opens it again.
    let close = {
        let database = database.clone();
        wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || database.close()).into_js_value()
    };
    database.set_onversionchange(Some(close.unchecked_ref::<Function>()));
    Ok(database)
}

fn begin(database: &IdbDatabase, mode: IdbTransactionMode) -> Result<IdbTransaction, JsValue> {
    // `web-sys` has the third argument only behind a compiler flag; browsers that do not know it ignore it.
    let options = js_sys::Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let transaction: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let transaction = transaction.call3(database, &STORE.into(), &mode.into(), &options)?;
    Ok(transaction.unchecked_into())
}

fn store(transaction: &IdbTransaction) -> Result<IdbObjectStore, StorageError> {
    transaction.object_store(STORE).map_err(|e| failed(&e))
}

/// A request as a promise, with the browser's own functions as handlers.
fn promise(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

fn answer(request: &IdbRequest) -> impl Future<Output = Result<JsValue, StorageError>> + use<> {
    let wait = JsFuture::from(promise(request));
    let request = request.clone();
    async move {
        match wait.await {
            Ok(_) => request.result().map_err(|e| failed(&e)),
            Err(event) => Err(request.error().ok().flatten().map_or_else(|| failed(&event), |e| failed(&e))),
        }
    }
}

/// The transaction's "complete" event as a promise; made before the first wait, so that no event is missed.
fn completion(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

fn failed(error: &JsValue) -> StorageError {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError") => StorageError::Full,
        _ => StorageError::Failed(words(error)),
    }
}

fn words(error: &JsValue) -> String {
    let part = |key: &str| Reflect::get(error, &key.into()).ok().and_then(|value| value.as_string());
    part("message").or_else(|| part("name")).or_else(|| error.as_string()).unwrap_or_else(|| "?".to_owned())
}
